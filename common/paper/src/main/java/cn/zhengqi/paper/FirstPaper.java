package cn.zhengqi.paper;

import cn.zhengqi.web.sheet.Watermark;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.w3c.dom.Document;

/**
 * Makes one paper for nobody once the service has settled. The first loads the font and everything that draws, which a person would wait for: 14.6 s were measured
 * on a busy machine that had just started, where the next took 2 s.
 */
final class FirstPaper {

    private static final Logger LOG = LoggerFactory.getLogger(FirstPaper.class);
    private static final Watermark MARK = new Watermark("试印 编号：0");

    private final PaperPdf pdf;

    FirstPaper(PaperPdf pdf) {
        this.pdf = pdf;
    }

    @Scheduled(initialDelayString = "${zhengqi.paper.first-after:PT90S}")
    void make() {
        long begin = System.nanoTime();
        byte[] paper = pdf.of(FirstPaper::pages);
        LOG.debug("first paper: {} bytes in {} ms", paper.length, (System.nanoTime() - begin) / 1_000_000);
    }

    private static Document pages(Letterhead letterhead) {
        PaperPages pages = new PaperPages(
                letterhead, new PaperPages.Paper("试印", "文件", "0", "0".repeat(64), letterhead.platform()), MARK);
        return pages.document(
                "试印",
                "",
                pages.cover(List.of()),
                pages.section(
                        "条件",
                        List.of(
                                pages.list(List.of("符合", "不符合", "待补充")),
                                pages.table("lines", List.of("序号", "要求"), List.of(List.of("1", "职工总数 ≥ 20 人"))))));
    }
}
