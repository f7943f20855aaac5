package cn.zhengqi.paper;

import cn.zhengqi.kernel.CommonProblem;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.web.sheet.Watermark;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import io.github.resilience4j.bulkhead.Bulkhead;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.logging.Level;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.w3c.dom.Document;

/** A paper as a file: tagged (PDF/UA), its font within it, numbered pages, and at the edge of each page who took it out and when. */
public final class PaperPdf {

    private static final String FONT = "/fonts/WenQuanYiMicroHei.ttf";
    private static final int RETRY_AFTER_SECONDS = 5;

    static {
        XRLog.listRegisteredLoggers().forEach(logger -> XRLog.setLevel(logger, Level.WARNING));
    }

    private final Bulkhead place;
    private final Letterhead letterhead;

    PaperPdf(Bulkhead place, Letterhead letterhead) {
        this.place = place;
        this.letterhead = letterhead;
    }

    /**
     * @param pages what stands on it
     * @throws ProblemException SERVICE_BUSY when others are not done with theirs in time
     */
    public byte[] of(Function<Letterhead, Document> pages) {
        return of(pages, null);
    }

    /**
     * With who took it out over the whole of each page besides.
     *
     * @throws ProblemException as the other
     */
    public byte[] marked(Function<Letterhead, Document> pages, Watermark mark) {
        return of(pages, mark);
    }

    private byte[] of(Function<Letterhead, Document> pages, @Nullable Watermark mark) {
        if (!place.tryAcquirePermission()) {
            throw new ProblemException(
                    CommonProblem.SERVICE_BUSY, "正在生成的文件较多，请稍后再下载", Map.of("retryAfterSeconds", RETRY_AFTER_SECONDS));
        }
        try {
            return render(pages.apply(letterhead), mark);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        } finally {
            place.onComplete();
        }
    }

    private byte[] render(Document pages, @Nullable Watermark mark) throws IOException {
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.useFastMode();
        builder.usePdfUaAccessibility(true);
        builder.withProducer(letterhead.platform());
        builder.useFont(PaperPdf::font, "paper", 400, FontStyle.NORMAL, true);
        builder.withW3cDocument(pages, null);
        builder.toStream(pdf);
        if (mark == null) {
            builder.run();
            return pdf.toByteArray();
        }
        try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
            renderer.createPDFWithoutClosing();
            PDDocument paper = renderer.getPdfDocument();
            PaperMark.on(paper, mark, font());
            paper.save(pdf);
            return pdf.toByteArray();
        }
    }

    private static InputStream font() {
        return Objects.requireNonNull(PaperPdf.class.getResourceAsStream(FONT), FONT);
    }

    /** A file that the browser saves under this name. */
    public static ResponseEntity<byte[]> attached(MediaType type, String name, byte[] file) {
        return ResponseEntity.ok()
                .contentType(type)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(file);
    }
}
