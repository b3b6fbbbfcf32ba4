package org.dargah.ui.internal;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.dargah.ui.Header;
import org.dargah.ui.MapSheet;
import org.dargah.ui.Shell;
import org.dargah.ui.Vocabulary;
import org.dargah.ui.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.support.RequestContextUtils;
import org.springframework.web.servlet.view.AbstractCachingViewResolver;

/** Finds the compiled template of a view name and gives it its words and its shell. */
@Component
class JtePages extends AbstractCachingViewResolver implements Ordered {

    private final TemplateEngine templates = TemplateEngine.createPrecompiled(ContentType.Html);
    private final Vocabulary vocabulary;
    private final ObjectProvider<Header> header;
    private final ObjectProvider<MapSheet> map;

    JtePages(Vocabulary vocabulary, ObjectProvider<Header> header, ObjectProvider<MapSheet> map) {
        this.map = map;
        this.vocabulary = vocabulary;
        this.header = header;
    }

    /** Before the framework's own resolver, which keeps {@code redirect:} and {@code forward:}. */
    @Override
    public int getOrder() {
        return 0;
    }

    @Override
    protected @Nullable View loadView(String viewName, Locale locale) {
        if (viewName.contains(":")) {
            return null;
        }
        String template = viewName + ".jte";
        return new JteView(template);
    }

    private final class JteView implements View {

        private final String template;

        JteView(String template) {
            this.template = template;
        }

        @Override
        public String getContentType() {
            return "text/html;charset=UTF-8";
        }

        @Override
        public void render(
                @Nullable Map<String, ?> model,
                HttpServletRequest request,
                HttpServletResponse response)
                throws Exception {
            Map<String, Object> values = model == null ? new HashMap<>() : new HashMap<>(model);
            Words words = vocabulary.in(RequestContextUtils.getLocale(request));
            values.put("words", words);
            values.put(
                    "shell",
                    new Shell(words, request, header.getIfAvailable(), map.getIfAvailable()));
            // Rendered whole before the first byte leaves: a failing template gives a clean 500.
            Utf8ByteOutput output = new Utf8ByteOutput();
            templates.render(template, values, output);
            response.setContentType(getContentType());
            response.setHeader("Content-Language", words.lang());
            response.setContentLength(output.getContentLength());
            output.writeTo(response.getOutputStream());
        }
    }
}
