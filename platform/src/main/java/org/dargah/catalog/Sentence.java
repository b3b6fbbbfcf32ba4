package org.dargah.catalog;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import org.dargah.catalog.internal.AnswerSchema;
import org.dargah.kernel.PersianText;

/** The sentences that say how to put an answer right, in both languages. */
final class Sentence {

    private static final Locale FA = Locale.of("fa");
    private static final ResourceBundle PERSIAN = bundle(FA);
    private static final ResourceBundle ENGLISH = bundle(Locale.ENGLISH);

    private Sentence() {}

    private static ResourceBundle bundle(Locale locale) {
        return ResourceBundle.getBundle(
                "messages.catalog",
                locale,
                ResourceBundle.Control.getNoFallbackControl(
                        ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    static Text of(String key, Text label, Object... numbers) {
        Object[] fa = new Object[numbers.length + 1];
        Object[] en = new Object[numbers.length + 1];
        fa[0] = label.fa();
        en[0] = label.en();
        for (int i = 0; i < numbers.length; i++) {
            en[i + 1] = numbers[i].toString();
            fa[i + 1] = PersianText.digits(numbers[i].toString(), FA);
        }
        return new Text(
                MessageFormat.format(PERSIAN.getString(key), fa),
                MessageFormat.format(ENGLISH.getString(key), en));
    }

    /** A rule of the form's JSON Schema was broken. */
    static Text of(AnswerSchema.Breach breach, Form.Field field) {
        Text label = field.shortLabel();
        return switch (breach.keyword()) {
            case "minLength", "maxLength" ->
                    of("catalog.form." + breach.keyword(), label, breach.limit(), breach.length());
            case "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum" ->
                    of("catalog.form." + breach.keyword(), label, breach.limit());
            case "required" -> of("catalog.form.missing.text", label);
            case "type" ->
                    of(
                            field.kind() == FieldKind.NUMBER
                                    ? "catalog.form.integer"
                                    : "catalog.form.other",
                            label);
            default -> of("catalog.form.other", label);
        };
    }
}
