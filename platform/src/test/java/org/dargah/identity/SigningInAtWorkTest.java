package org.dargah.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dargah.sandbox.people.Personas.SHOPKEEPER;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dargah.DargahTest;
import org.dargah.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@DargahTest
class SigningInAtWorkTest {

    @LocalServerPort int port;
    @Autowired DemoAccounts accounts;
    @Autowired JdbcClient jdbc;

    @Value("${dargah.data}")
    String data;

    private Visitor visitor = new Visitor(0);

    @BeforeEach
    void open() {
        visitor = new Visitor(port);
    }

    private Visitor.Page enter(String username) {
        return visitor.signInAtWork(username, accounts.password(username));
    }

    @ParameterizedTest
    @CsvSource({
        "guild-kerman, /work, /board, 403",
        "guild-supervisor, /work, /board, 0",
        "governor, /board, /work, 403",
        "administrator, /work/account, /work, 403",
        "administrator, /work/account, /board, 403",
        "guild-kerman, /work, /work/officers, 403",
        "guild-kerman, /work, /actuator/prometheus, 403",
        "auditor, /board, /actuator/prometheus, 200"
    })
    void eachComesHomeAndStaysWithinTheirRole(
            String username, String home, String other, int status) {
        assertThat(enter(username).location()).isEqualTo(home);
        Visitor.Page page = visitor.open(other);
        assertThat(page.location()).isNull();
        if (status == 0) {
            assertThat(page.status()).isNotEqualTo(403);
        } else {
            assertThat(page.status()).isEqualTo(status);
        }
    }

    @Test
    void someoneNotSignedInIsLedToTheDoorOfOfficials() {
        assertThat(visitor.open("/work/officers?after=m").location())
                .isEqualTo("/work/sign-in?continue=%2Fwork%2Fofficers%3Fafter%3Dm");
        assertThat(visitor.open("/board").location()).startsWith("/work/sign-in");
    }

    @Test
    void theWantedPageComesAfterTheDoor() {
        Visitor.Page door = visitor.follow(visitor.open("/work/officers?after=m"));
        Visitor.Page in =
                visitor.submit(
                        door.form("/work/sign-in")
                                .with("username", "administrator")
                                .with("password", accounts.password("administrator")));
        assertThat(in.location()).isEqualTo("/work/officers?after=m");
    }

    @Test
    void aWrongPasswordAndAnUnknownNameReadAlike() {
        Visitor.Page wrong = visitor.signInAtWork("guild-kerman", "not the password");
        Visitor.Page unknown = visitor.signInAtWork("nobody", "not the password");
        assertThat(List.of(wrong, unknown))
                .allSatisfy(
                        page -> {
                            assertThat(page.status()).isEqualTo(422);
                            assertThat(page.body())
                                    .contains("نام کاربری یا گذرواژه درست نیست")
                                    .doesNotContain("not the password");
                        });
    }

    @Test
    void aCitizenIsNoOfficialAndAnOfficialNoCitizen() {
        visitor.signIn(SHOPKEEPER, "/cases");
        assertThat(visitor.open("/work").location()).startsWith("/work/sign-in");
        Visitor official = new Visitor(port);
        official.signInAtWork("guild-kerman", accounts.password("guild-kerman"));
        assertThat(official.open("/cases").location()).startsWith("/sign-in");
    }

    @Test
    void passwordsOfTheDemoLieInAFileForItsOwnerAlone() throws IOException {
        Path file = Path.of(data, "demo-accounts.txt");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(Files.readAllLines(file)).containsExactlyElementsOf(accounts.lines());
        try (var keys = Files.list(Path.of(data, "keys"))) {
            assertThat(keys.toList())
                    .isNotEmpty()
                    .allSatisfy(
                            key ->
                                    assertThat(
                                                    PosixFilePermissions.toString(
                                                            Files.getPosixFilePermissions(key)))
                                            .doesNotContain("r--"));
        }
        assertThat(
                        String.join(
                                "\n",
                                jdbc.sql("select o::text from identity.officer o")
                                        .query(String.class)
                                        .list()))
                .doesNotContain(accounts.password("guild-kerman"))
                .contains("$argon2id$");
    }

    @Test
    void anAccountThatIsClosedIsClosedAtOnce() {
        enter("protection");
        assertThat(visitor.open("/work/account").status()).isEqualTo(200);
        close("now_closed");
        try {
            assertThat(visitor.open("/work/account").location()).startsWith("/work/sign-in");
            assertThat(enter("protection").status()).isEqualTo(422);
        } finally {
            close("");
        }
    }

    private void close(String how) {
        jdbc.sql(
                        how.isEmpty()
                                ? "update identity.officer set closed_at = null where username ="
                                        + " 'protection'"
                                : "update identity.officer set closed_at = created_at where"
                                        + " username = 'protection'")
                .update();
    }

    @Test
    void anAdministratorInvitesAndTheLinkWorksOnce() {
        enter("administrator");
        Visitor.Page officers = visitor.open("/work/officers");
        assertThat(officers.body()).contains("پروین کارآزما");
        Visitor.Form invite = officers.form("/work/officers/invitations");
        assertThat(visitor.submit(invite).status()).isEqualTo(422);

        Visitor.Page invited =
                visitor.submit(
                        invite.with("agency", "asnaf-bam")
                                .with("title", "کارشناس صدور پروانه")
                                .with("roles", "officer"));
        Matcher link =
                Pattern.compile("(/work/invitations/[A-Za-z0-9_-]+)").matcher(invited.body());
        assertThat(link.find()).isTrue();

        Visitor newcomer = new Visitor(port);
        Visitor.Form account =
                newcomer.open(link.group(1))
                        .form(link.group(1))
                        .with("name", "رویا تازه‌نما")
                        .with("username", "Bam.Officer");
        assertThat(newcomer.submit(account.with("password", "short")).status()).isEqualTo(422);
        assertThat(
                        newcomer.submit(
                                        account.with("username", "guild-kerman")
                                                .with("password", "یک جملهٔ بلند من"))
                                .body())
                .contains("این نام کاربری را کس دیگری دارد");
        assertThat(newcomer.submit(account.with("password", "یک جملهٔ بلند من")).location())
                .isEqualTo("/work/sign-in");

        assertThat(newcomer.open(link.group(1)).status()).isEqualTo(410);
        assertThat(newcomer.signInAtWork("bam.officer", "یک جملهٔ بلند من").location())
                .isEqualTo("/work");
        Visitor elsewhere = new Visitor(port);
        elsewhere.signInAtWork("bam.officer", "یک جملهٔ بلند من");
        Visitor.Page password =
                newcomer.submit(
                        newcomer.open("/work/account")
                                .form("/work/account/password")
                                .with("old", "یک جملهٔ بلند من")
                                .with("password", "یک جملهٔ بلند دیگر"));
        assertThat(password.location()).isEqualTo("/work/account?changed=true");
        assertThat(newcomer.open("/work/account").status()).isEqualTo(200);
        assertThat(elsewhere.open("/work/account").location()).startsWith("/work/sign-in");
        closeAccount("bam.officer");
        assertThat(newcomer.open("/work/account").location()).startsWith("/work/sign-in");
    }

    private void closeAccount(String username) {
        Matcher row =
                Pattern.compile("(/work/officers/[0-9a-f-]{36})\"[^>]*><bdi[^>]*>" + username)
                        .matcher(visitor.open("/work/officers").body());
        assertThat(row.find()).isTrue();
        String closure = row.group(1) + "/closure";
        Visitor.Page closed = visitor.submit(visitor.open(row.group(1)).form(closure));
        assertThat(closed.location()).isEqualTo("/work/officers");
        assertThat(visitor.open(row.group(1)).status()).isEqualTo(404);
    }

    @Test
    void nobodyClosesTheirOwnAccount() {
        enter("administrator");
        Matcher row =
                Pattern.compile("(/work/officers/[0-9a-f-]{36})\"[^>]*><bdi[^>]*>administrator")
                        .matcher(visitor.open("/work/officers").body());
        assertThat(row.find()).isTrue();
        assertThat(visitor.open(row.group(1)).body()).doesNotContain("/closure");
        String token =
                visitor.open("/work/officers")
                        .form("/work/officers/invitations")
                        .fields()
                        .get("_csrf");
        var closure =
                new Visitor.Form(row.group(1) + "/closure", Map.of("_csrf", String.valueOf(token)));
        assertThat(visitor.submit(closure).status()).isEqualTo(403);
    }

    @Test
    void anInvitationCannotBeForgedByAnOfficer() {
        enter("guild-kerman");
        String token = visitor.open("/work/sign-in").form("/work/sign-in").fields().get("_csrf");
        Visitor.Page refused =
                visitor.submit(
                        new Visitor.Form(
                                "/work/officers/invitations",
                                Map.of(
                                        "_csrf",
                                        String.valueOf(token),
                                        "agency",
                                        "asnaf",
                                        "title",
                                        "مدیر",
                                        "roles",
                                        "administrator")));
        assertThat(refused.status()).isEqualTo(403);
    }
}
