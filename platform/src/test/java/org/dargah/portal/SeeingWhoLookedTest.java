package org.dargah.portal;

import static org.assertj.core.api.Assertions.assertThat;

import org.dargah.DargahTest;
import org.dargah.Visitor;
import org.dargah.sandbox.people.Personas;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@DargahTest
class SeeingWhoLookedTest {

    @LocalServerPort int port;

    @Test
    void signingInItselfLeavesALineThatThePersonReads() {
        Visitor visitor = new Visitor(port);
        Visitor.Page mine = visitor.follow(visitor.signIn(Personas.OFFICE_OWNER, "/me"));
        assertThat(mine.status()).isEqualTo(200);
        assertThat(mine.body())
                .contains(Personas.OFFICE_OWNER.lastName(), "شناسایی شما هنگام ورود", "تاریخ تولد")
                .contains("action=\"/sign-out\"")
                .doesNotContain(Personas.OFFICE_OWNER.nationalId());
    }

    @Test
    void aMeaninglessStartOfTheListIsItsBeginning() {
        Visitor visitor = new Visitor(port);
        visitor.follow(visitor.signIn(Personas.EXEMPT, "/me"));
        assertThat(visitor.open("/me?before=nonsense").status()).isEqualTo(200);
    }

    @Test
    void theSameListSpeaksEnglish() {
        Visitor visitor = new Visitor(port);
        visitor.follow(visitor.signIn(Personas.WITHOUT_DEGREE, "/me"));
        assertThat(visitor.open("/me?lang=en").body())
                .contains(
                        "dir=\"ltr\"", "Who looked at my data", "Recognising you when you sign in");
    }
}
