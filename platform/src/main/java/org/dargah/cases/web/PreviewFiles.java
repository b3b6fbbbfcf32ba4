package org.dargah.cases.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dargah.catalog.FieldKind;
import org.dargah.catalog.FieldProblem;
import org.dargah.catalog.Form;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;

/** Files in a preview: looked at, and kept nowhere. */
@Component
class PreviewFiles {

    private final Uploads uploads;

    PreviewFiles(Uploads uploads) {
        this.uploads = uploads;
    }

    /** A file is looked at as it would be, and not kept. */
    List<FieldProblem> wrong(Form.Page asked, @Nullable MultipartHttpServletRequest files) {
        var problems = new ArrayList<FieldProblem>();
        for (Form.Field field : asked.fields()) {
            MultipartFile sent = sent(field, files);
            if (sent != null) {
                uploads.wrong(field, sent)
                        .ifPresent(text -> problems.add(new FieldProblem(field.name(), text)));
            }
        }
        return problems;
    }

    private static @Nullable MultipartFile sent(
            Form.Field field, @Nullable MultipartHttpServletRequest files) {
        MultipartFile file =
                files == null || field.kind() != FieldKind.FILE
                        ? null
                        : files.getFile(field.name());
        return file == null || file.isEmpty() ? null : file;
    }

    /** That a file was sent is all that is carried of it. */
    static Map<String, String> with(
            Form.Page asked,
            Map<String, String> typed,
            @Nullable MultipartHttpServletRequest files,
            Carried carried) {
        Map<String, String> all = new HashMap<>(typed);
        asked.fields().stream()
                .filter(field -> field.kind() == FieldKind.FILE)
                .filter(
                        field ->
                                sent(field, files) != null
                                        || carried.answers().containsKey(field.name()))
                .forEach(field -> all.put(field.name(), "preview"));
        return all;
    }
}
