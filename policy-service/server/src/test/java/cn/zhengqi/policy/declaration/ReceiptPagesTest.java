package cn.zhengqi.policy.declaration;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengqi.paper.PaperPdf;
import cn.zhengqi.web.sheet.Watermark;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

class ReceiptPagesTest extends DeclarationServiceTest {

    @Autowired
    private PaperPdf pdf;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5})
    void of_a_handful_of_files_it_is_one_sheet(int files) throws Exception {
        assertThat(pagesOf(files)).isEqualTo(1);
    }

    @Test
    void of_many_it_goes_on() throws Exception {
        assertThat(pagesOf(30)).isGreaterThan(1);
    }

    private int pagesOf(int files) throws Exception {
        Receipt receipt = new Receipt(
                "SB20261202000003",
                "重庆沐途汽车部件有限责任公司",
                "2026 年度中小企业技术改造与数字化转型专项资金申报（第二批）",
                "巴南区支持制造业高质量发展若干政策措施实施细则（2026年修订）",
                "巴南区经济信息委",
                "唐霜",
                OffsetDateTime.parse("2026-12-02T17:02:38+08:00"),
                "受理",
                3,
                LocalDate.of(2026, 12, 7),
                IntStream.range(0, files)
                        .mapToObj(at -> new Receipt.HandedIn(
                                "上年度财务报表", "财务报表" + at + ".pdf", 71_680, "6aa75aa7fab2ab9e".repeat(4)))
                        .toList());
        IssuedReceipt issued = new IssuedReceipt(
                UUID.randomUUID(),
                "HZ20261202-AG38SA3CMA",
                UUID.randomUUID(),
                UUID.randomUUID(),
                receipt.enterpriseName(),
                Instant.parse("2026-12-02T09:02:42Z"),
                UUID.randomUUID(),
                "{}",
                new byte[32],
                new byte[64]);
        byte[] file = pdf.of(letterhead -> new ReceiptPages(
                        letterhead,
                        issued,
                        receipt,
                        new Watermark("导出人：唐霜（重庆沐途汽车部件有限责任公司） 编号：" + issued.number() + " 导出时间：2026-12-02 17:02:42"))
                .document());
        try (PDDocument pages = Loader.loadPDF(file)) {
            return pages.getNumberOfPages();
        }
    }
}
