package cn.zhengqi.policy.declaration;

import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.paper.Letterhead;
import cn.zhengqi.paper.PaperPages;
import cn.zhengqi.web.sheet.Watermark;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** What stands on the pages of a receipt. */
final class ReceiptPages {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    /**
     * A digest is as long as the page is wide: its column takes what the others leave, and breaks. Set more closely than a report: with a handful of files it is one
     * sheet, and what is said of it below stays with it.
     */
    private static final String STYLE = """
            body { line-height: 1.4; }
            .section { margin-top: 9pt; page-break-inside: auto; }
            h2 { -fs-page-break-min-height: 60pt; }
            th, td { padding: 2pt 5pt; }
            table.files td.c5 { font-size: 8pt; }
            table.files { table-layout: fixed; word-wrap: break-word; }
            table.files th.c1 { width: 30pt; }
            table.files th.c4 { width: 60pt; }
            table.files th.c5 { width: 190pt; }
            """;

    private final PaperPages pages;
    private final IssuedReceipt issued;
    private final Receipt receipt;

    ReceiptPages(Letterhead letterhead, IssuedReceipt issued, Receipt receipt, Watermark mark) {
        this.pages = new PaperPages(
                letterhead,
                new PaperPages.Paper(
                        "政策申报提交回执", "回执", issued.number(), issued.signed().fingerprint(), receipt.enterpriseName()),
                mark);
        this.issued = issued;
        this.receipt = receipt;
    }

    Document document() {
        return pages.document(
                "编号 " + issued.number() + "，申报编号 " + receipt.declarationNumber(),
                STYLE,
                pages.cover(List.of(
                        List.of("申报编号", receipt.declarationNumber()),
                        List.of("提交时间", receipt.submittedAt().format(TIME)),
                        List.of("出具时间", BusinessTime.at(issued.issuedAt()).format(TIME)))),
                project(),
                files(),
                notes());
    }

    private Element project() {
        LocalDate promised = receipt.promisedOn();
        return pages.section(
                "申报事项",
                List.of(pages.table(
                        "plain",
                        List.of(),
                        List.of(
                                List.of("申报项目", receipt.projectTitle()),
                                List.of("依据政策", "《" + receipt.policyTitle() + "》"),
                                List.of("受理部门", receipt.institutionName()),
                                List.of("提交人", receipt.applicantName()),
                                List.of(
                                        "承诺时限",
                                        receipt.step() + " " + receipt.workingDays() + " 个工作日"
                                                + (promised == null
                                                        ? "，到期日待放假安排公布后确定"
                                                        : "，" + BusinessTime.inWords(promised) + "前（含当日）办结本环节"))))));
    }

    private Element files() {
        return pages.section(
                "收到的材料（" + receipt.files().size() + " 份）",
                List.of(
                        receipt.files().isEmpty()
                                ? pages.markup().el("p", "没有随申报表提交的文件。")
                                : pages.table(
                                        "files",
                                        List.of("序号", "材料", "文件名", "大小", "SM3 摘要"),
                                        PaperPages.numbered(receipt.files().stream()
                                                .map(file -> List.of(
                                                        file.of(), file.name(), sizeOf(file.size()), file.sm3()))
                                                .toList()))));
    }

    private static String sizeOf(long bytes) {
        return bytes < 1024 * 1024 ? Math.max(1, bytes / 1024) + " KB" : bytes * 10 / (1024 * 1024) / 10.0 + " MB";
    }

    private Element notes() {
        return pages.section(
                "说明",
                List.of(
                        pages.markup()
                                .el(
                                        "p",
                                        "本回执证明平台已收到上述申报，不代表已经受理，也不代表审核结果。退回补正期间时限暂停计算。SM3 摘要（GB/T 32905）由收到的文件计算，可用于核对文件是否为当时提交的那一份。")));
    }
}
