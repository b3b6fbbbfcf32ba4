package org.dargah.documents.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TrueTypeFont;

/**
 * Makes copied text real letters. FOP tells readers of the PDF that its glyphs are presentation
 * forms and private-use signs; here is a table from each glyph to the letters people type. Since
 * fonts are embedded whole, a glyph's number is the font's own and the table never changes.
 */
final class CopyText {

    private CopyText() {}

    static byte[] table(TrueTypeFont font) throws IOException {
        Map<Integer, String> letters = new HashMap<>();
        for (int glyph = 1; glyph < font.getNumberOfGlyphs(); glyph++) {
            String text = letters(font, font.getUnicodeCmapLookup(), glyph);
            if (!text.isEmpty()) {
                letters.put(glyph, text);
            }
        }
        return cmap(letters).getBytes(StandardCharsets.US_ASCII);
    }

    /**
     * A glyph that no letter leads to is a variant, named after its letter: {@code uniFEF3.long1}.
     */
    private static String letters(TrueTypeFont font, CmapLookup cmap, int glyph)
            throws IOException {
        List<Integer> codes = cmap.getCharCodes(glyph);
        if (codes != null && codes.contains((int) PrintFont.INVISIBLE)) {
            return Letters.ZWNJ;
        }
        if (codes != null) {
            return plain(codes);
        }
        String name = font.getPostScript().getName(glyph);
        int dot = name.indexOf('.');
        String base = dot > 0 ? name.substring(0, dot) : name;
        int baseGlyph = font.nameToGID(base);
        if (dot > 0 && baseGlyph > 0) {
            return letters(font, cmap, baseGlyph);
        }
        return base.matches("uni([0-9A-F]{4})+") ? spelled(base) : "";
    }

    private static String spelled(String name) {
        StringBuilder text = new StringBuilder();
        for (int at = 3; at < name.length(); at += 4) {
            text.appendCodePoint(Integer.parseInt(name, at, at + 4, 16));
        }
        return text.toString();
    }

    private static String plain(List<Integer> codes) {
        String best = "";
        for (int code : codes) {
            String letters = plain(code);
            if (best.isEmpty() || letters.codePointAt(0) == code) {
                best = letters;
            }
        }
        return best;
    }

    /**
     * Ligatures such as lam-alef stay one sign: readers of right-to-left text turn the signs of a
     * line around, and would turn the two letters of one glyph around with them.
     */
    private static String plain(int code) {
        String sign = Character.toString(code);
        String letters = Normalizer.normalize(sign, Normalizer.Form.NFKC);
        boolean privateUse = Character.getType(code) == Character.PRIVATE_USE;
        return privateUse ? "" : letters.codePointCount(0, letters.length()) == 1 ? letters : sign;
    }

    private static String cmap(Map<Integer, String> letters) {
        StringBuilder lines = new StringBuilder();
        List<Integer> glyphs = letters.keySet().stream().sorted().toList();
        for (int start = 0; start < glyphs.size(); start += 100) {
            List<Integer> block = glyphs.subList(start, Math.min(start + 100, glyphs.size()));
            lines.append(block.size()).append(" beginbfchar\n");
            for (int glyph : block) {
                lines.append("<%04X> <".formatted(glyph));
                for (char unit : letters.getOrDefault(glyph, "").toCharArray()) {
                    lines.append("%04X".formatted((int) unit));
                }
                lines.append(">\n");
            }
            lines.append("endbfchar\n");
        }
        return """
        /CIDInit /ProcSet findresource begin
        12 dict begin
        begincmap
        /CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
        /CMapName /Adobe-Identity-UCS def
        /CMapType 2 def
        1 begincodespacerange
        <0000> <FFFF>
        endcodespacerange
        %sendcmap
        CMapName currentdict /CMap defineresource pop
        end
        end
        """
                .formatted(lines);
    }
}
