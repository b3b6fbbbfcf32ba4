package org.dargah.ui.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.RequestDispatcher;
import java.sql.SQLException;
import org.dargah.ui.Vocabulary;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.ResponseEntity;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class MeetingAFailureOfTheDatabaseTest {

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "53100, 503", // disk full
        "57P02, 503", // crash shutdown
        "08006, 503", // connection failure
        "58030, 503", // input or output error
        "23505, 500", // a row that is there twice is a fault of ours
    })
    void whatPassesByItselfIsNoFaultOfTheProgram(String state, int status) {
        var request = new MockHttpServletRequest();
        request.setAttribute(RequestDispatcher.ERROR_STATUS_CODE, 500);
        request.setAttribute(RequestDispatcher.ERROR_REQUEST_URI, "/api/v1/inquiries");
        request.setAttribute(
                RequestDispatcher.ERROR_EXCEPTION,
                new IllegalStateException(new SQLException("not in words", state)));
        var response = new MockHttpServletResponse();

        Object told = new ErrorPages(new Vocabulary()).error(request, response);

        assertThat(told)
                .isInstanceOfSatisfying(
                        ResponseEntity.class,
                        it -> assertThat(it.getStatusCode().value()).isEqualTo(status));
        assertThat(response.getHeader("Retry-After")).isEqualTo(status == 503 ? "2" : null);
    }
}
