package org.dargah.identity;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.util.Map;
import org.jspecify.annotations.NullMarked;

/**
 * The lock of a phone or computer: Chromium's own virtual authenticator, a platform key that keeps
 * passkeys and asks for a finger, which is always there.
 */
@NullMarked
final class Device {

    private final CDPSession wire;
    private final String id;

    private Device(CDPSession wire, String id) {
        this.wire = wire;
        this.id = id;
    }

    static Device of(Page page) {
        CDPSession wire = page.context().newCDPSession(page);
        wire.send("WebAuthn.enable");
        JsonObject options = new JsonObject();
        options.addProperty("protocol", "ctap2");
        options.addProperty("transport", "internal");
        options.addProperty("hasResidentKey", true);
        options.addProperty("hasUserVerification", true);
        options.addProperty("isUserVerified", true);
        options.addProperty("automaticPresenceSimulation", true);
        JsonObject wanted = new JsonObject();
        wanted.add("options", options);
        JsonObject made = wire.send("WebAuthn.addVirtualAuthenticator", wanted);
        return new Device(wire, made.get("authenticatorId").getAsString());
    }

    JsonArray keys() {
        return wire.send("WebAuthn.getCredentials", me()).getAsJsonArray("credentials");
    }

    private JsonObject me() {
        JsonObject me = new JsonObject();
        me.addProperty("authenticatorId", id);
        return me;
    }

    /** Whether the finger on it is its owner's. */
    void verifies(boolean owner) {
        JsonObject wanted = me();
        wanted.addProperty("isUserVerified", owner);
        wire.send("WebAuthn.setUserVerified", wanted);
    }

    /** A copy of the key with this count of uses, as one who stole the key would have. */
    void setCount(int count) {
        JsonObject key = keys().get(0).getAsJsonObject().deepCopy();
        JsonObject old = me();
        old.add("credentialId", key.get("credentialId"));
        wire.send("WebAuthn.removeCredential", old);
        key.addProperty("signCount", count);
        JsonObject copy = me();
        copy.add("credential", key);
        wire.send("WebAuthn.addCredential", copy);
    }

    /** Signs a challenge of Dargah on whatever page stands there, without sending it anywhere. */
    static String sign(Page page, String options, Map<String, String> changed) {
        return (String)
                page.evaluate(
                        """
                        async ([options, changed]) => {
                          const parsed = PublicKeyCredential.parseRequestOptionsFromJSON(
                              {...JSON.parse(options), ...changed});
                          const key = await navigator.credentials.get({publicKey: parsed});
                          return JSON.stringify(key.toJSON());
                        }
                        """,
                        java.util.List.of(options, changed));
    }
}
