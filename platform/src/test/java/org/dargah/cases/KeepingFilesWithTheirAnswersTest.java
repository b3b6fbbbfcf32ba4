package org.dargah.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.dargah.DargahTest;
import org.dargah.cases.internal.CaseTable;
import org.dargah.catalog.Catalog;
import org.dargah.catalog.FieldProblem;
import org.dargah.catalog.Form;
import org.dargah.catalog.Text;
import org.dargah.documents.Documents;
import org.dargah.documents.DocumentsSettings;
import org.dargah.documents.StoredFile;
import org.dargah.documents.Storing;
import org.dargah.documents.Upload;
import org.dargah.identity.Identity;
import org.dargah.identity.Person;
import org.dargah.kernel.Actor;
import org.dargah.kernel.Caller;
import org.dargah.kernel.Channel;
import org.dargah.kernel.DocumentId;
import org.dargah.kernel.Province;
import org.dargah.kernel.TrackingCode;
import org.dargah.sandbox.people.Personas;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.servlet.autoconfigure.MultipartProperties;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What {@code ./dargah prove files} proves by killing, in small. */
@DargahTest
class KeepingFilesWithTheirAnswersTest {

    private static final byte[] PDF = "%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII);

    @LocalServerPort int port;

    @Autowired CaseTable table;
    @Autowired Catalog catalog;
    @Autowired Applications applications;
    @Autowired Identity identity;
    @Autowired Documents documents;
    @Autowired DocumentsSettings settings;
    @Autowired MultipartProperties multipart;
    @Autowired Clock clock;

    @Test
    void aFileThatIsReplacedGoesWithTheAnswerThatNamedIt() {
        CaseFile draft = draft();
        DocumentId first = DocumentId.next(clock);
        DocumentId second = DocumentId.next(clock);

        answer(draft, first, () -> keep(draft, first));
        answer(draft, second, () -> keep(draft, second));

        assertThat(files(draft)).containsExactly(second);
    }

    @Test
    void aFileWhoseAnswerIsNotKeptIsNotKeptEither() {
        CaseFile draft = draft();
        DocumentId id = DocumentId.next(clock);

        assertThatThrownBy(
                        () ->
                                answer(
                                        draft,
                                        id,
                                        () -> {
                                            keep(draft, id);
                                            throw new IllegalStateException("killed");
                                        }))
                .hasMessage("killed");

        assertThat(files(draft)).isEmpty();
    }

    @Test
    void ofTwoFilesOneOfWhichIsRefusedNoneIsKept() {
        CaseFile draft = draft();
        DocumentId id = DocumentId.next(clock);
        var problem = new FieldProblem("plan", new Text("بد", "bad"));

        Answered answered =
                answer(
                        draft,
                        id,
                        () -> {
                            keep(draft, id);
                            return List.of(problem);
                        });

        assertThat(answered.problems()).containsExactly(problem);
        assertThat(files(draft)).isEmpty();
        assertThat(read(draft.tracking()).answers()).doesNotContainValue(id.value().toString());
    }

    /** The system's own folder for passing files is swept by nobody after a kill. */
    @Test
    void filesArriveWhereTheSweepLooks() {
        assertThat(Path.of(Objects.requireNonNull(multipart.getLocation())))
                .isAbsolute()
                .isEqualTo(settings.folder().resolve("files/incoming"))
                .isDirectory();
    }

    private CaseFile draft() {
        var citizen = new Applying(port).draft(Personas.OFFICE_OWNER, Applying.LICENCE);
        CaseFile draft = read(new TrackingCode(citizen.code));
        files(draft).forEach(id -> documents.remove(draft.province(), id, caller(draft)));
        return draft;
    }

    private CaseFile read(TrackingCode code) {
        return table.find(new Province("IR-08"), code).orElseThrow();
    }

    private Answered answer(
            CaseFile draft, DocumentId id, java.util.function.Supplier<List<FieldProblem>> files) {
        Person person = identity.person(draft.subject()).orElseThrow();
        var applicant =
                new Applicant(
                        draft.province(),
                        person.id(),
                        person.nationalId(),
                        person.name(),
                        Objects.requireNonNull(person.mobile()),
                        caller(draft).actor(),
                        Channel.PORTAL);
        Form.Page plan =
                catalog
                        .version(draft.version())
                        .orElseThrow()
                        .form()
                        .pages(draft.facts(java.time.LocalDate.of(2026, 11, 22)))
                        .stream()
                        .filter(page -> page.id().equals("plan"))
                        .findFirst()
                        .orElseThrow();
        return applications.answer(
                applicant, draft, plan, Map.of("plan", id.value().toString()), files);
    }

    private List<FieldProblem> keep(CaseFile draft, DocumentId id) {
        var upload = new Upload(draft.province(), id, draft.subject(), draft.id(), "plan.pdf");
        assertThat(documents.store(upload, new ByteArrayInputStream(PDF), caller(draft)))
                .isInstanceOf(Storing.Stored.class);
        return List.of();
    }

    private static Caller caller(CaseFile draft) {
        var actor = new Actor(Actor.Kind.CITIZEN, draft.subject().toString(), "متقاضی");
        return new Caller(
                draft.agency(), actor, Channel.PORTAL, Applications.APPLYING, draft.id(), null);
    }

    private List<DocumentId> files(CaseFile draft) {
        return documents.ofCase(draft.province(), draft.id()).stream().map(StoredFile::id).toList();
    }
}
