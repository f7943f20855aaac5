package cn.zhengqi.matching.report;

import cn.zhengqi.kernel.CommonProblem;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.web.sheet.Watermark;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import io.github.resilience4j.bulkhead.Bulkhead;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.logging.Level;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** A report on paper: tagged (PDF/UA), its font within it, numbered pages, and at the edge of each page who took it out and when. */
@Component
class ReportPdf {

    private static final String FONT = "/fonts/WenQuanYiMicroHei.ttf";
    private static final int RETRY_AFTER_SECONDS = 5;

    static {
        XRLog.listRegisteredLoggers().forEach(logger -> XRLog.setLevel(logger, Level.WARNING));
    }

    private final Bulkhead place;
    private final String publicUrl;
    private final String platform;

    ReportPdf(
            Bulkhead place,
            @Value("${zhengqi.public-url:http://localhost:8080}") String publicUrl,
            @Value("${zhengqi.district.platform:企业服务云平台}") String platform) {
        this.place = place;
        this.publicUrl = publicUrl;
        this.platform = platform;
    }

    /** @throws ProblemException SERVICE_BUSY when others are not done with theirs in time */
    byte[] of(IssuedReport report, PlanningReport content, Watermark mark) {
        if (!place.tryAcquirePermission()) {
            throw new ProblemException(
                    CommonProblem.SERVICE_BUSY, "正在生成的报告较多，请稍后再下载", Map.of("retryAfterSeconds", RETRY_AFTER_SECONDS));
        }
        try {
            return render(report, content, mark);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        } finally {
            place.onComplete();
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
