package org.dargah.ui.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** Pictures come from us, and from the one tile server that the province names. */
class NamingATileServerTest {

    private static MockHttpServletResponse answer(String tiles, String path) throws Exception {
        var response = new MockHttpServletResponse();
        new StrictHeaders(new FormTargets(List.of()), tiles)
                .doFilter(new MockHttpServletRequest("GET", path), response, new MockFilterChain());
        return response;
    }

    @Test
    void withoutOneNothingComesFromOutside() throws Exception {
        assertThat(answer("", "/").getHeader("Content-Security-Policy"))
                .contains("default-src 'self'")
                .doesNotContain("img-src");
    }

    @Test
    void onlyItsOriginIsNamed() throws Exception {
        assertThat(
                        answer("https://tiles.example.ir:8443/osm/{z}/{x}/{y}.png", "/")
                                .getHeader("Content-Security-Policy"))
                .endsWith("; img-src 'self' https://tiles.example.ir:8443");
    }

    @Test
    void anAddressThatIsNoneStopsTheStart() {
        assertThatThrownBy(() -> answer("https://*; script-src x/{z}", "/"))
                .hasMessageContaining("dargah.map.tiles");
    }

    @Test
    void onlyPagesOfFormsAskWhereSomeoneIs() throws Exception {
        assertThat(answer("", "/cases/KR-7KQ4-M9XT/form/location").getHeader("Permissions-Policy"))
                .contains("geolocation=(self)");
        assertThat(answer("", "/services").getHeader("Permissions-Policy"))
                .contains("geolocation=()");
    }
}
