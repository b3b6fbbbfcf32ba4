package org.dargah.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.nio.charset.StandardCharsets;
import org.dargah.documents.OutputTemplate.Fault;
import org.dargah.documents.OutputTemplate.Read;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadingAnUntrustedTemplateTest {

    private static OutputTemplate.Reading read(String text) {
        return OutputTemplate.read(text.getBytes(StandardCharsets.UTF_8));
    }

    private static OutputTemplate.Reading body(String text) {
        return read("<html>\n<head><title>گواهی</title></head>\n<body>" + text + "</body></html>");
    }

    @Test
    void aGoodOneSaysItsTitleAndItsFields() {
        assertThat(body("<h1>گواهی</h1>\n<p><field name=\"b.c\"/> <field name='a'/></p><qr/>"))
                .asInstanceOf(type(Read.class))
                .satisfies(
                        read -> {
                            assertThat(read.template().title()).isEqualTo("گواهی");
                            assertThat(read.template().fields()).containsExactly("a", "b.c");
                        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>x</script>",
                "<p onclick='x'>x</p>",
                "<p><img src='http://127.0.0.1/'/></p>",
                "<p style='x'>x</p>",
                "<h1><table/></h1>",
                "bare",
                "<p><field/></p>",
                "<p><field name='a' as='java'/></p>",
                "<p><field name='${x}'/></p>",
                "<?php x ?>",
                "<table rows='answers.a'><tr><th>x</th></tr><tr><td>x</td></tr></table>",
                "<table rows='answers.a'"
                        + " most='1000'><tr><th>x</th></tr><tr><td>x</td></tr></table>",
                "<table rows='answers.a' most='9'><tr><td>x</td></tr></table>",
                "<table rows='answers.a' most='9'><tr><th>x</th></tr>"
                        + "<tr><td><field name='person.name'/></td></tr></table>",
                "<p><annex/></p>",
                "<annex><qr/></annex>",
                "<fo:block xmlns:fo='http://www.w3.org/1999/XSL/Format'/>",
                "<p xmlns='urn:else'>x</p>",
                "<p>&undefined;</p>",
                "<p>"
            })
    void whatIsNotInTheVocabularyIsRefusedWithItsLine(String text) {
        assertThat(body(text)).asInstanceOf(type(Fault.class)).extracting(Fault::line).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE html [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>\n"
                        + "<html><head><title>&x;</title></head><body/></html>",
                "<!DOCTYPE html SYSTEM 'http://127.0.0.1/x.dtd'>\n<html/>",
                "<!DOCTYPE html [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;&a;'>]>\n<html/>"
            })
    void noDoctypeIsRead(String text) {
        assertThat(read(text))
                .asInstanceOf(type(Fault.class))
                .extracting(Fault::what)
                .asString()
                .contains("DOCTYPE");
    }

    @Test
    void theyAreShortAndFlat() {
        assertThat(body("<p>" + "x".repeat(70_000) + "</p>")).isInstanceOf(Fault.class);
        assertThat(body("<p>" + "<strong>".repeat(20) + "</strong>".repeat(20) + "</p>"))
                .isInstanceOf(Fault.class);
        assertThat(body("<p>x</p>".repeat(2100))).isInstanceOf(Fault.class);
    }

    @Test
    void theyHaveATitle() {
        assertThat(read("<html><head><title> </title></head><body/></html>"))
                .isInstanceOf(Fault.class);
        assertThat(read("<html><body/></html>")).isInstanceOf(Fault.class);
    }
}
