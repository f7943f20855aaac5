package cn.zhengqi.paper;

import cn.zhengqi.web.sheet.Watermark;
import java.awt.Color;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.GlyphData;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDFormContentStream;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDPropertyList;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.state.PDExtendedGraphicsState;
import org.apache.pdfbox.util.Matrix;

/**
 * Who took a paper out, over the whole of each of its pages: what is left of one that is cut still says it. An artifact, so that no reader aloud says it between the
 * lines, and drawn as outlines: who selects or searches what stands under it meets none of its letters.
 */
final class PaperMark {

    private static final float SIZE = 11;
    private static final float LEADING = 16;
    private static final float ALPHA = 0.1f;
    private static final double TILT = Math.toRadians(30);
    private static final float GAP_BESIDE = 40;
    private static final float GAP_BELOW = 95;
    private static final Color INK = new Color(0x0c2348);
    private static final COSName WATERMARK = COSName.getPDFName("Watermark");

    private PaperMark() {}

    /** @param font in which all of it can be written */
    static void on(PDDocument paper, Watermark mark, InputStream font) throws IOException {
        try (TrueTypeFont letters = new TTFParser().parse(new RandomAccessReadBuffer(font))) {
            Outlines outlines = Outlines.of(mark.lines(), letters);
            PDFormXObject words = outlines.in(paper);
            PDExtendedGraphicsState light = new PDExtendedGraphicsState();
            light.setNonStrokingAlphaConstant(ALPHA);
            PDPropertyList artifact = artifact();
            for (PDPage page : paper.getPages()) {
                try (PDPageContentStream over = new PDPageContentStream(paper, page, AppendMode.APPEND, true, true)) {
                    over.beginMarkedContent(COSName.ARTIFACT, artifact);
                    over.saveGraphicsState();
                    over.setGraphicsStateParameters(light);
                    scatter(over, words, outlines.width(), page.getMediaBox());
                    over.restoreGraphicsState();
                    over.endMarkedContent();
                }
            }
        }
    }

    private static PDPropertyList artifact() {
        COSDictionary says = new COSDictionary();
        says.setItem(COSName.TYPE, COSName.getPDFName("Pagination"));
        says.setItem(COSName.SUBTYPE, WATERMARK);
        return PDPropertyList.create(says);
    }

    /** In slanting rows, each begun half a mark further. */
    private static void scatter(PDPageContentStream over, PDFormXObject words, float width, PDRectangle page)
            throws IOException {
        float across = width + GAP_BESIDE;
        float reach = page.getWidth() + page.getHeight();
        over.transform(Matrix.getTranslateInstance(page.getWidth() / 2, page.getHeight() / 2));
        over.transform(Matrix.getRotateInstance(TILT, 0, 0));
        int rows = (int) (reach / 2 / GAP_BELOW) + 1;
        int columns = (int) (reach / 2 / across) + 1;
        for (int row = -rows; row <= rows; row++) {
            for (int column = -columns; column <= columns; column++) {
                float x = column * across + (row % 2 == 0 ? 0 : across / 2);
                float y = row * GAP_BELOW;
                if (isOn(page, x, y, width)) {
                    over.saveGraphicsState();
                    over.transform(Matrix.getTranslateInstance(x - width / 2, y));
                    over.drawForm(words);
                    over.restoreGraphicsState();
                }
            }
        }
    }

    /** Whether any of a mark whose middle is there can be seen. */
    private static boolean isOn(PDRectangle page, float x, float y, float width) {
        double fromMiddleX = x * Math.cos(TILT) - y * Math.sin(TILT);
        double fromMiddleY = x * Math.sin(TILT) + y * Math.cos(TILT);
        return Math.abs(fromMiddleX) < (page.getWidth() + width) / 2
                && Math.abs(fromMiddleY) < (page.getHeight() + width) / 2;
    }

    /** Lines of letters as shapes, the last line at the bottom. */
    private record Outlines(Path2D shape, float width, float height) {

        static Outlines of(List<String> lines, TrueTypeFont letters) throws IOException {
            float scale = SIZE / letters.getUnitsPerEm();
            CmapLookup glyphs = Objects.requireNonNull(letters.getUnicodeCmapLookup());
            Path2D all = new Path2D.Float();
            float widest = 0;
            for (int line = 0; line < lines.size(); line++) {
                float baseline = (lines.size() - 1 - line) * LEADING + LEADING / 4;
                float x = 0;
                for (int letter : lines.get(line).codePoints().toArray()) {
                    int glyph = glyphs.getGlyphId(letter);
                    GlyphData drawn = letters.getGlyph().getGlyph(glyph);
                    if (drawn != null) {
                        Path2D path = new Path2D.Float(drawn.getPath());
                        path.transform(new AffineTransform(scale, 0, 0, scale, x, baseline));
                        all.append(path, false);
                    }
                    x += letters.getAdvanceWidth(glyph) * scale;
                }
                widest = Math.max(widest, x);
            }
            return new Outlines(all, widest, lines.size() * LEADING);
        }

        /** Once in the file, however often it is shown. */
        PDFormXObject in(PDDocument paper) throws IOException {
            PDFormXObject form = new PDFormXObject(paper);
            form.setBBox(new PDRectangle(width, height));
            form.setResources(new PDResources());
            try (PDFormContentStream pen = new PDFormContentStream(form)) {
                pen.setNonStrokingColor(INK);
                draw(pen);
                pen.fill();
            }
            return form;
        }

        private void draw(PDFormContentStream pen) throws IOException {
            float[] at = new float[6];
            float x = 0;
            float y = 0;
            for (PathIterator it = shape.getPathIterator(null); !it.isDone(); it.next()) {
                int part = it.currentSegment(at);
                switch (part) {
                    case PathIterator.SEG_MOVETO -> pen.moveTo(at[0], at[1]);
                    case PathIterator.SEG_LINETO -> pen.lineTo(at[0], at[1]);
                    // A PDF has cubic curves only.
                    case PathIterator.SEG_QUADTO ->
                        pen.curveTo(
                                x + (at[0] - x) * 2 / 3,
                                y + (at[1] - y) * 2 / 3,
                                at[2] + (at[0] - at[2]) * 2 / 3,
                                at[3] + (at[1] - at[3]) * 2 / 3,
                                at[2],
                                at[3]);
                    case PathIterator.SEG_CUBICTO -> pen.curveTo(at[0], at[1], at[2], at[3], at[4], at[5]);
                    default -> pen.closePath();
                }
                int end = part == PathIterator.SEG_QUADTO ? 2 : part == PathIterator.SEG_CUBICTO ? 4 : 0;
                if (part != PathIterator.SEG_CLOSE) {
                    x = at[end];
                    y = at[end + 1];
                }
            }
        }
    }
}
