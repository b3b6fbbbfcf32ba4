package org.dargah.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.dargah.DargahTest;
import org.dargah.kernel.ServiceCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@DargahTest
class PublishingAServiceTest {

    private static final ServiceCode LICENCE = new ServiceCode("business-licence");

    @Autowired Catalog catalog;
    @Autowired org.dargah.authoring.ServerFolder folder;
    @Autowired JdbcClient jdbc;
    @TempDir Path services;

    @AfterEach
    void thePacksOfTheHouseAgain() {
        folder.publish(PacksOfTheHouse.FOLDER);
    }

    @Test
    void theProgramStartsWithThePacksOfItsFolder() {
        assertThat(catalog.all())
                .extracting(service -> service.code().value())
                .contains("business-licence", "degree-confirmation");
    }

    @Test
    void theSamePackAgainIsTheSameVersion() {
        VersionId before = current().version();
        folder.publish(PacksOfTheHouse.FOLDER);
        assertThat(current().version()).isEqualTo(before);
    }

    @Test
    void aChangedPackIsANewVersionAndRunningCasesKeepTheirs() throws IOException {
        Service before = current();
        copy();
        replace("service.yaml", "workingDays: 7", "workingDays: 5");
        folder.publish(services);
        assertThat(current().workingDays()).isEqualTo(5);
        assertThat(current().number()).isGreaterThan(before.number());
        assertThat(catalog.version(before.version()))
                .get()
                .matches(old -> old.workingDays() == 7 && old.number() == before.number());
        assertThat(lastAct()).isEqualTo("SERVICE_PUBLISHED");
    }

    @Test
    void aBadPackIsRefusedWholeAndTheVersionBeforeItStays() throws IOException {
        VersionId before = current().version();
        copy();
        replace("service.yaml", "workingDays: 7", "workingDays: many");
        List<Publication> publications = folder.publish(services);
        assertThat(publications).hasAtLeastOneElementOfType(Publication.Refused.class);
        assertThat(current().version()).isEqualTo(before);
    }

    /** What only a walk through process and document shows, and what only the registries do. */
    @Test
    void theFolderIsHeldAgainstAllThatTheBrowserIs() throws IOException {
        VersionId before = current().version();
        copy();
        String example = "examples/10-approved-after-a-correction.yaml";
        Path path = services.resolve("asnaf/business-licence").resolve(example);
        Files.writeString(
                path,
                Files.readString(path)
                        .replaceFirst("document: \\[", "document: [هرگز چنین نیست, "));
        Path form = services.resolve("education/degree-confirmation/form.json");
        Files.writeString(
                form,
                Files.readString(form)
                        .replaceFirst(
                                "\"concept\": \"[^\"]*\"", "\"concept\": \"person.birthDate\""));
        List<Publication> publications = folder.publish(services);
        assertThat(problems(publications, "asnaf/business-licence"))
                .anyMatch(problem -> problem.file().equals(example) && problem.line() > 1);
        assertThat(problems(publications, "education/degree-confirmation"))
                .anyMatch(
                        problem -> problem.what().contains("civil/person@1") && problem.line() > 1);
        assertThat(current().version()).isEqualTo(before);
        assertThat(publications)
                .filteredOn(Publication.Accepted.class::isInstance)
                .as("the others start")
                .hasSizeGreaterThan(4);
    }

    private static List<Problem> problems(List<Publication> publications, String pack) {
        return publications.stream()
                .filter(Publication.Refused.class::isInstance)
                .map(Publication.Refused.class::cast)
                .filter(refused -> refused.pack().equals(pack))
                .flatMap(refused -> refused.problems().stream())
                .toList();
    }

    @Test
    void aServiceWhoseFolderIsGoneIsOfferedNoMoreButStaysReadable() {
        VersionId before = current().version();
        folder.publish(services);
        assertThat(catalog.find(LICENCE)).isEmpty();
        assertThat(catalog.version(before)).isPresent();
        assertThat(lastAct()).isEqualTo("SERVICE_WITHDRAWN");
    }

    @Test
    void theDatabaseItselfRefusesToChangeAVersion() {
        assertThatThrownBy(() -> jdbc.sql("update catalog.version set number = 99").update())
                .hasMessageContaining("never changed");
        assertThatThrownBy(() -> jdbc.sql("delete from catalog.version").update())
                .hasMessageContaining("never changed");
    }

    private String lastAct() {
        return jdbc.sql(
                        """
                        select act from acts.act
                        where province = 'IR-08' and details ->> 'service' = 'business-licence'
                        order by id desc limit 1
                        """)
                .query(String.class)
                .single();
    }

    private Service current() {
        return catalog.find(LICENCE).orElseThrow();
    }

    private void copy() throws IOException {
        try (Stream<Path> files = Files.walk(PacksOfTheHouse.FOLDER)) {
            for (Path file : files.toList()) {
                Path target = services.resolve(PacksOfTheHouse.FOLDER.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.createDirectories(Objects.requireNonNull(target.getParent()));
                    Files.copy(file, target);
                }
            }
        }
    }

    private void replace(String file, String what, String by) throws IOException {
        Path path = services.resolve("asnaf/business-licence").resolve(file);
        Files.writeString(path, Files.readString(path).replace(what, by));
    }
}
