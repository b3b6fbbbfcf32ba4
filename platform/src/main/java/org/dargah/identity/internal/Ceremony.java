package org.dargah.identity.internal;

import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecord;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AttestationConveyancePreference;
import com.webauthn4j.data.AuthenticationData;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.AuthenticatorSelectionCriteria;
import com.webauthn4j.data.AuthenticatorTransport;
import com.webauthn4j.data.PublicKeyCredentialCreationOptions;
import com.webauthn4j.data.PublicKeyCredentialDescriptor;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialRequestOptions;
import com.webauthn4j.data.PublicKeyCredentialRpEntity;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.PublicKeyCredentialUserEntity;
import com.webauthn4j.data.RegistrationData;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.ResidentKeyRequirement;
import com.webauthn4j.data.UserVerificationRequirement;
import com.webauthn4j.data.attestation.AttestationObject;
import com.webauthn4j.data.attestation.authenticator.AAGUID;
import com.webauthn4j.data.attestation.authenticator.AttestedCredentialData;
import com.webauthn4j.data.attestation.authenticator.AuthenticatorData;
import com.webauthn4j.data.attestation.authenticator.COSEKey;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.data.extension.authenticator.RegistrationExtensionAuthenticatorOutput;
import com.webauthn4j.server.ServerProperty;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.dargah.identity.internal.PasskeyRepository.Credential;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/**
 * The two ceremonies of WebAuthn Level 3, by webauthn4j: what a browser is asked, and whether what
 * it answers holds. A key is asked to find its owner by itself and to verify them (fingerprint,
 * face or PIN); who made the key is not asked.
 */
@Component
class Ceremony {

    /** Far more than any browser sends. */
    private static final int LONGEST = 50_000;

    private static final String BRAND = "درگاه";

    private static final List<PublicKeyCredentialParameters> ALGORITHMS =
            List.of(
                    algorithm(COSEAlgorithmIdentifier.ES256),
                    algorithm(COSEAlgorithmIdentifier.EdDSA),
                    algorithm(COSEAlgorithmIdentifier.RS256));

    /** Made when first needed: it would cost each start a third of a second. */
    private final Supplier<Tools> tools = SingletonSupplier.of(Tools::make);

    private final RelyingParty party;
    private final IdentityProperties limits;

    Ceremony(RelyingParty party, IdentityProperties limits) {
        this.party = party;
        this.limits = limits;
    }

    /** What reads and what judges. */
    private record Tools(ObjectConverter converter, WebAuthnManager judge) {

        static Tools make() {
            ObjectConverter converter = new ObjectConverter();
            return new Tools(converter, WebAuthnManager.createNonStrictWebAuthnManager(converter));
        }
    }

    private static PublicKeyCredentialParameters algorithm(COSEAlgorithmIdentifier algorithm) {
        return new PublicKeyCredentialParameters(PublicKeyCredentialType.PUBLIC_KEY, algorithm);
    }

    /**
     * What a browser is asked for a new key.
     *
     * @param handle random, the same for all keys of a person; comes back at each sign-in
     * @param known keys of theirs; what holds one of them already does not make another
     */
    String creation(byte[] challenge, byte[] handle, String name, Collection<Credential> known) {
        var options =
                new PublicKeyCredentialCreationOptions(
                        new PublicKeyCredentialRpEntity(party.id(), BRAND),
                        new PublicKeyCredentialUserEntity(handle, name, name),
                        new DefaultChallenge(challenge),
                        ALGORITHMS,
                        patience().toMillis(),
                        known.stream().map(Ceremony::descriptor).toList(),
                        new AuthenticatorSelectionCriteria(
                                null,
                                true,
                                ResidentKeyRequirement.REQUIRED,
                                UserVerificationRequirement.REQUIRED),
                        AttestationConveyancePreference.NONE,
                        null);
        return tools.get().converter().getJsonMapper().writeValueAsString(options);
    }

    private Duration patience() {
        return limits.passkeyChallengeValid();
    }

    private static PublicKeyCredentialDescriptor descriptor(Credential known) {
        return new PublicKeyCredentialDescriptor(
                PublicKeyCredentialType.PUBLIC_KEY, known.credentialId(), transports(known));
    }

    private static Set<AuthenticatorTransport> transports(Credential known) {
        return known.transports().stream()
                .map(AuthenticatorTransport::create)
                .collect(Collectors.toSet());
    }

    /** What a browser is asked at the door: any key of ours, whoever's it is. */
    String request(byte[] challenge) {
        var options =
                new PublicKeyCredentialRequestOptions(
                        new DefaultChallenge(challenge),
                        patience().toMillis(),
                        party.id(),
                        List.of(),
                        UserVerificationRequirement.REQUIRED,
                        null);
        return tools.get().converter().getJsonMapper().writeValueAsString(options);
    }

    Optional<RegistrationData> readCreation(String json) {
        return read(json, () -> tools.get().judge().parseRegistrationResponseJSON(json));
    }

    static Optional<byte[]> credentialId(RegistrationData answer) {
        return made(answer)
                .map(AuthenticatorData::getAttestedCredentialData)
                .map(AttestedCredentialData::getCredentialId);
    }

    private static Optional<AuthenticatorData<RegistrationExtensionAuthenticatorOutput>> made(
            RegistrationData answer) {
        return Optional.ofNullable(answer.getAttestationObject())
                .map(AttestationObject::getAuthenticatorData);
    }

    /**
     * What came from the door.
     *
     * @param handle under which the key knows its owner; a key that found itself always tells it
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared as a record, never changed
    record Signed(AuthenticationData answer, byte[] credentialId, byte[] handle) {}

    Optional<Signed> readRequest(String json) {
        return read(json, () -> tools.get().judge().parseAuthenticationResponseJSON(json))
                .flatMap(Ceremony::signed);
    }

    @SuppressWarnings("NullAway") // takes the library's "nullable array" for "array of nullable"
    private static Optional<Signed> signed(AuthenticationData answer) {
        return answer.getCredentialId() == null || answer.getUserHandle() == null
                ? Optional.empty()
                : Optional.of(new Signed(answer, answer.getCredentialId(), answer.getUserHandle()));
    }

    private static <T> Optional<T> read(String json, Supplier<T> reader) {
        return json.isBlank() || json.length() > LONGEST ? Optional.empty() : safely(reader);
    }

    /**
     * Strangers send what they like: in whichever way the parsers below stumble over it, it is no
     * bug of ours but no proof either.
     */
    private static <T> Optional<T> safely(Supplier<T> step) {
        try {
            return Optional.ofNullable(step.get());
        } catch (RuntimeException doesNotHold) {
            return Optional.empty();
        }
    }

    /** The new key; empty when the proof does not hold. */
    Optional<Credential> judge(RegistrationData answer, byte[] challenge) {
        var expected = new RegistrationParameters(ours(challenge), ALGORITHMS, true);
        return safely(() -> tools.get().judge().verify(answer, expected))
                .flatMap(Ceremony::made)
                .flatMap(made -> credential(made, words(answer)));
    }

    private Optional<Credential> credential(
            AuthenticatorData<RegistrationExtensionAuthenticatorOutput> made,
            List<String> transports) {
        return Optional.ofNullable(made.getAttestedCredentialData())
                .map(
                        key ->
                                new Credential(
                                        key.getCredentialId(),
                                        written(key.getCOSEKey()),
                                        made.getSignCount(),
                                        transports,
                                        made.isFlagBE(),
                                        made.isFlagBS()));
    }

    private ServerProperty ours(byte[] challenge) {
        return ServerProperty.builder()
                .origin(new Origin(party.origin()))
                .rpId(party.id())
                .challenge(new DefaultChallenge(challenge))
                .build();
    }

    private byte[] written(COSEKey key) {
        return tools.get().converter().getCborMapper().writeValueAsBytes(key);
    }

    private static List<String> words(RegistrationData answer) {
        Set<AuthenticatorTransport> transports = answer.getTransports();
        return transports == null
                ? List.of()
                : transports.stream().map(AuthenticatorTransport::getValue).sorted().toList();
    }

    /** The key as it is after this use; empty when the proof does not hold. */
    Optional<Credential> judge(Signed signed, Credential key, byte[] challenge) {
        var expected = new AuthenticationParameters(ours(challenge), record(key), null, true);
        return safely(() -> tools.get().judge().verify(signed.answer(), expected))
                .map(AuthenticationData::getAuthenticatorData)
                .map(used -> key.after(used.getSignCount(), used.isFlagBS()));
    }

    private CredentialRecord record(Credential key) {
        COSEKey publicKey =
                tools.get().converter().getCborMapper().readValue(key.publicKey(), COSEKey.class);
        return new CredentialRecordImpl(
                null,
                true,
                key.backupEligible(),
                key.backedUp(),
                key.signCount(),
                new AttestedCredentialData(AAGUID.ZERO, key.credentialId(), publicKey),
                null,
                null,
                null,
                transports(key));
    }
}
