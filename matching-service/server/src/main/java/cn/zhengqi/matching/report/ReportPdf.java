package cn.zhengqi.matching.report;

import cn.zhengqi.web.sheet.Watermark;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.logging.Level;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** A report on paper: tagged (PDF/UA), its font within it, numbered pages, and at the edge of each page who took it out and when. */
@Component
class ReportPdf {

    private static final String FONT = "/fonts/WenQuanYiMicroHei.ttf";

    static {
        XRLog.listRegisteredLoggers().forEach(logger -> XRLog.setLevel(logger, Level.WARNING));
    }

    /** A font and a tree of all pages lie in memory meanwhile. */
    private final Semaphore place = new Semaphore(1, true);

    private final String publicUrl;
    private final String platform;

    ReportPdf(
            @Value("${zhengqi.public-url:http://localhost:8080}") String publicUrl,
            @Value("${zhengqi.district.platform:企业服务云平台}") String platform) {
        this.publicUrl = publicUrl;
        this.platform = platform;
    }

    byte[] of(IssuedReport report, PlanningReport content, Watermark mark) {
        place.acquireUninterruptibly();
        try {
            return render(report, content, mark);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        } finally {
            place.release();
        }
    }

    private byte[] render(IssuedReport report, PlanningReport content, Watermark mark) throws IOException {
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.useFastMode();
        builder.usePdfUaAccessibility(true);
        builder.withProducer(platform);
        builder.useFont(ReportPdf::font, "report", 400, FontStyle.NORMAL, true);
        builder.withW3cDocument(new ReportPages(publicUrl, platform, report, content, mark).document(), null);
        builder.toStream(pdf);
        builder.run();
        return pdf.toByteArray();
    }

    private static InputStream font() {
        return Objects.requireNonNull(ReportPdf.class.getResourceAsStream(FONT), FONT);
    }
}
