package org.dargah.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.dargah.DargahTest;
import org.dargah.catalog.internal.Changes;
import org.dargah.catalog.internal.VersionTable;
import org.dargah.kernel.Actor;
import org.dargah.kernel.AgencyCode;
import org.dargah.kernel.Channel;
import org.dargah.kernel.ServiceCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** The folder of packs and the browser publish the same services; neither undoes the other. */
@DargahTest
class PublishingByTwoDoorsTest {

    private static final AgencyCode AGENCY = new AgencyCode("education");
    private static final Publisher APPROVER =
            new Publisher(
                    new Actor(Actor.Kind.OFFICER, "approver", "معاون"),
                    AGENCY,
                    Channel.PORTAL,
                    "منصور پذیرش‌نما، معاون");

    @Autowired Catalog catalog;
    @Autowired org.dargah.authoring.ServerFolder folder;
    @Autowired Publishing publishing;
    @Autowired VersionTable table;
    @Autowired Changes changes;
    @Autowired TransactionTemplate transactions;
    @TempDir Path services;

    /** Of this test alone; its versions stay in the database for ever. */
    private final ServiceCode code = new ServiceCode("two-doors-" + Math.abs(System.nanoTime()));

    private final Map<String, String> first = new TreeMap<>();

    @BeforeEach
    void aPackOfItsOwn() {
        PacksOfTheHouse.files("education/degree-confirmation")
                .forEach(
                        (path, text) ->
                                first.put(path, text.replace("degree-confirmation", code.value())));
    }

    @AfterEach
    void outOfTheOffer() {
        transactions.executeWithoutResult(status -> publishing.retire(code, APPROVER, "پایان"));
        folder.publish(PacksOfTheHouse.FOLDER);
    }

    private static Map<String, String> with(Map<String, String> files, String what, String by) {
        var changed = new TreeMap<>(files);
        changed.put("service.yaml", files.getOrDefault("service.yaml", "").replace(what, by));
        return changed;
    }

    private Map<String, String> days(int days) {
        return with(first, "workingDays: 1", "workingDays: " + days);
    }

    private void inBrowser(Map<String, String> files) {
        transactions.executeWithoutResult(
                status ->
                        assertThat(
                                        publishing.publish(
                                                new PackFiles(AGENCY, code, new TreeMap<>(files)),
                                                APPROVER,
                                                ""))
                                .isInstanceOf(Publication.Accepted.class));
    }

    /** A start of the program, with this pack and those of the house in its folder. */
    private List<Publication> start(Map<String, String> files) throws IOException {
        Path folder = services.resolve("education").resolve(code.value());
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
        return this.folder.publish(services);
    }

    private int days() {
        return catalog.find(code).orElseThrow().workingDays();
    }

    @Test
    void aVersionOfTheBrowserSurvivesARestartWithTheOldFolder() throws IOException {
        start(first);
        inBrowser(days(2));
        assertThat(days()).isEqualTo(2);
        assertThat(start(first))
                .contains(
                        new Publication.Overruled(
                                "education/" + code, Publication.Why.NEWER_IN_BROWSER));
        assertThat(days()).isEqualTo(2);
        assertThat(publishing.changes(code, 0, 1).getFirst().by()).contains("منصور پذیرش‌نما");
    }

    @Test
    void trulyNewContentOfTheFolderBecomesCurrentAndHistoryTellsFromWhere() throws IOException {
        start(first);
        inBrowser(days(2));
        start(days(3));
        assertThat(days()).isEqualTo(3);
        assertThat(publishing.changes(code, 0, 1).getFirst().origin())
                .isEqualTo(Change.Origin.FOLDER);
    }

    @Test
    void anEarlierVersionInTheFolderDoesNotUndoTheBrowser() throws IOException {
        start(first);
        start(days(2));
        inBrowser(days(3));
        assertThat(start(first))
                .contains(
                        new Publication.Overruled(
                                "education/" + code, Publication.Why.EARLIER_THAN_BROWSER));
        assertThat(days()).isEqualTo(3);
        assertThat(publishing.offered(code).orElseThrow().overruled()).isTrue();
    }

    @Test
    void aServiceThatNeverWasInTheFolderIsNotWithdrawnByARestart() {
        inBrowser(first);
        folder.publish(PacksOfTheHouse.FOLDER);
        assertThat(catalog.find(code)).isPresent();
    }

    @Test
    void aRetiredServiceStaysRetiredUntilItIsPublishedAnewInTheBrowser() throws IOException {
        start(first);
        transactions.executeWithoutResult(
                status -> assertThat(publishing.retire(code, APPROVER, "دیگر لازم نیست")).isTrue());
        assertThat(catalog.find(code)).isEmpty();
        assertThat(catalog.isRetired(code)).isTrue();
        assertThat(catalog.retired("education", code.value())).isPresent();
        start(first);
        start(days(4));
        assertThat(catalog.find(code)).isEmpty();
        inBrowser(days(5));
        assertThat(days()).isEqualTo(5);
        assertThat(catalog.isRetired(code)).isFalse();
    }

    @Test
    void goingBackMakesAnEarlierVersionCurrentAndStaysSoOverRestarts() throws IOException {
        start(first);
        VersionId early = catalog.find(code).orElseThrow().version();
        inBrowser(days(2));
        transactions.executeWithoutResult(
                status ->
                        assertThat(publishing.returnTo(code, early, APPROVER, "ایراد داشت"))
                                .isTrue());
        assertThat(days()).isEqualTo(1);
        start(first);
        assertThat(days()).isEqualTo(1);
        assertThat(publishing.changes(code, 0, 10))
                .extracting(Change::kind)
                .containsExactly(
                        Change.Kind.RETURNED_TO, Change.Kind.PUBLISHED, Change.Kind.PUBLISHED);
    }

    @Test
    void anotherAgencyMayNotTakeTheCode() {
        inBrowser(first);
        var theirs = new TreeMap<>(with(first, "agency: education", "agency: asnaf"));
        transactions.executeWithoutResult(
                status ->
                        assertThat(
                                        publishing.publish(
                                                new PackFiles(
                                                        new AgencyCode("asnaf"), code, theirs),
                                                APPROVER,
                                                ""))
                                .isInstanceOf(Publication.Refused.class));
        assertThat(catalog.find(code).orElseThrow().agency()).isEqualTo(AGENCY);
    }

    @Test
    void anotherNodeTakesWhatWasPublishedAndRetired() {
        var other = new Catalog(table, changes, transactions);
        other.refreshIfChanged();
        assertThat(other.find(code)).isEmpty();
        inBrowser(first);
        other.refreshIfChanged();
        assertThat(other.find(code)).isPresent();
        inBrowser(days(2));
        other.refreshIfChanged();
        assertThat(other.find(code).orElseThrow().workingDays()).isEqualTo(2);
        transactions.executeWithoutResult(
                status -> publishing.retire(code, APPROVER, "دیگر لازم نیست"));
        other.refreshIfChanged();
        assertThat(other.isRetired(code)).isTrue();
    }

    /** Changed behind this node's back, as another node would: it sees within its pause. */
    @Test
    void aNodeLooksByItself() {
        inBrowser(first);
        VersionTable.Kept kept =
                table.find(catalog.find(code).orElseThrow().version()).orElseThrow();
        transactions.executeWithoutResult(
                status ->
                        changes.change(
                                kept, Change.Kind.RETIRED, Change.Origin.BROWSER, APPROVER, "x"));
        await().atMost(Duration.ofSeconds(6))
                .untilAsserted(() -> assertThat(catalog.find(code)).isEmpty());
        assertThat(catalog.isRetired(code)).isTrue();
    }

    @Test
    void whatIsNotCommittedIsOfferedNowhere() {
        transactions.executeWithoutResult(
                status -> {
                    inBrowser(first);
                    status.setRollbackOnly();
                });
        catalog.refreshIfChanged();
        assertThat(catalog.find(code)).isEmpty();
        inBrowser(first);
    }
}
