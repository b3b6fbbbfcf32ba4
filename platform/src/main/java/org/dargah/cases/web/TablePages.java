package org.dargah.cases.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dargah.cases.Answered;
import org.dargah.cases.Applicant;
import org.dargah.cases.Applications;
import org.dargah.cases.CaseFile;
import org.dargah.cases.Rows;
import org.dargah.catalog.FieldProblem;
import org.dargah.catalog.Form;
import org.dargah.catalog.Sheet;
import org.dargah.catalog.TableFile;
import org.dargah.catalog.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/** Takes a table in each of its ways. */
@Component
class TablePages {

    private final Applications applications;

    TablePages(Applications applications) {
        this.applications = applications;
    }

    /** How it ended: the case goes on, or the same page comes again. */
    sealed interface Taken {
        record Kept(CaseFile file) implements Taken {}

        record Again(TablePage page, boolean wrong) implements Taken {}
    }

    /**
     * @param sent what the page sent
     * @param upload the file that came with it, if one did
     */
    Taken take(
            Applicant applicant,
            CaseFile file,
            Form.Page page,
            Form.Field field,
            Map<String, String> sent,
            @Nullable MultipartFile upload,
            TableView view) {
        String way = view.way(sent.getOrDefault("way", ""));
        String pasted = sent.getOrDefault(field.name(), "");
        List<Map<String, String>> lines = TableView.lines(field, sent);
        if (way.equals(TableView.TYPE) && sent.containsKey("more")) {
            return new Taken.Again(view.longer(lines), false);
        }
        boolean nothing = isNothing(way, pasted, upload);
        if (nothing && file.answers().get(field.name()) instanceof Rows) {
            return new Taken.Kept(file);
        }
        return switch (read(field, way, pasted, lines, upload)) {
            case TableFile.Outcome.Refused(Text sentence) ->
                    new Taken.Again(
                            view.wrong(
                                    way, pasted, lines, new FieldProblem(field.name(), sentence)),
                            true);
            case TableFile.Outcome.Read(Sheet sheet) -> {
                Answered answered =
                        applications.answer(applicant, file, page, Map.of(field.name(), sheet));
                Optional<FieldProblem> problem = answered.problems().stream().findFirst();
                if (problem.isEmpty()) {
                    yield new Taken.Kept(answered.file());
                }
                if (!way.equals(TableView.TYPE) && !problem.get().rows().isEmpty()) {
                    applications.refused(file, problem.get(), name(upload), sheet.lines().size());
                }
                yield new Taken.Again(view.wrong(way, pasted, lines, problem.get()), true);
            }
        };
    }

    /** True when no file was chosen, or nothing was pasted. */
    static boolean isNothing(String way, String pasted, @Nullable MultipartFile upload) {
        return switch (way) {
            case TableView.FILE -> upload == null || upload.isEmpty();
            case TableView.PASTE -> pasted.isBlank();
            default -> false;
        };
    }

    /** The rows as they came. */
    static TableFile.Outcome read(
            Form.Field field,
            String way,
            String pasted,
            List<Map<String, String>> lines,
            @Nullable MultipartFile upload) {
        if (isNothing(way, pasted, upload)) {
            return new TableFile.Outcome.Read(new Sheet(List.of()));
        }
        return switch (way) {
            case TableView.TYPE -> new TableFile.Outcome.Read(TableView.sheet(lines));
            case TableView.PASTE -> TableFile.pasted(field, pasted);
            default -> content(field, upload);
        };
    }

    private static TableFile.Outcome content(Form.Field field, @Nullable MultipartFile upload) {
        if (upload == null || TableFile.isTooLarge(upload.getSize())) {
            return new TableFile.Outcome.Refused(TableFile.tooLarge(field));
        }
        try {
            return TableFile.read(field, upload.getBytes());
        } catch (IOException e) {
            throw new UncheckedIOException("a file that came could not be read", e);
        }
    }

    private static String name(@Nullable MultipartFile upload) {
        String name = upload == null ? null : upload.getOriginalFilename();
        return name == null ? "" : name.substring(0, Math.min(name.length(), 120));
    }
}
