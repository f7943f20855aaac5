package cn.zhengqi.finance.report;

import cn.zhengqi.finance.application.RegisterBasics;
import cn.zhengqi.finance.courts.PublicRecord;
import cn.zhengqi.finance.courts.RecordFinding;
import cn.zhengqi.finance.courts.RecordKind;
import cn.zhengqi.finance.courts.RecordSource;
import cn.zhengqi.finance.courts.RecordStanding;
import cn.zhengqi.finance.report.EnterpriseReport.Indicator;
import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.matching.api.facts.FactSource;
import cn.zhengqi.paper.Letterhead;
import cn.zhengqi.paper.PaperPages;
import cn.zhengqi.web.CurrentUser;
import cn.zhengqi.web.FieldRules;
import cn.zhengqi.web.sheet.Watermark;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** What stands on the pages of a report. */
final class ReportPages {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private static final String UNKNOWN = "未知";

    private static final String STYLE = """
            table.facts { table-layout: fixed; word-wrap: break-word; }
            table.facts th.c1 { width: 120pt; }
            table.facts th.c3, table.facts th.c4 { width: 80pt; }
            table.loans { table-layout: fixed; word-wrap: break-word; }
            .note { font-size: 9pt; color: #4a5568; }
            """;

    private final PaperPages pages;
    private final String bankName;
    private final EnterpriseReport report;
    private final RegisterBasics register;
    private final CurrentUser reader;
    private final String number;

    /** @param register as its reader may see it */
    ReportPages(
            Letterhead letterhead,
            String number,
            String bankName,
            EnterpriseReport report,
            RegisterBasics register,
            CurrentUser reader,
            Watermark mark) {
        this.pages =
                new PaperPages(letterhead, new PaperPages.Paper("企业信息报告", "报告", number, "", register.name()), mark);
        this.reader = reader;
        this.number = number;
        this.bankName = bankName;
        this.report = report;
        this.register = register;
    }

    Document document() {
        return pages.document(
                "编号 " + number + "，业务编号 " + report.caseNumber(),
                STYLE,
                pages.head(List.of(
                        List.of("业务编号", report.caseNumber()),
                        List.of("查看机构", bankName),
                        List.of("读取时间", report.readAt().format(TIME)))),
                report.demo() ? note("演示企业：以下信息为演示数据。") : List.of(),
                registered(),
                facts("经营指标", report.business(), "由企业填报或据其计算的，平台未核实。"),
                facts("税务和开票指标", report.tax(), "企业填报的，或经企业授权由平台取得的，来源见各项；未知不代表没有。"),
                judicial(),
                publicRecords(),
                ownLoans(),
                otherLoans(),
                pages.section(
                        "说明",
                        List.of(note("本报告经企业授权，仅供" + bankName + "审核上述业务使用，不得转给他人；企业可随时收回授权。"
                                + "每次查看和下载都记入企业的数据查看记录。内容为读取时的情况，平台不保存本报告。"))));
    }

    private Element note(String words) {
        return pages.markup().el("p.note", words);
    }

    private Element registered() {
        return pages.section(
                "登记信息",
                List.of(pages.table(
                        "plain",
                        List.of(),
                        List.of(
                                List.of("统一社会信用代码", register.uscc()),
                                List.of("主体类型", register.entityType()),
                                List.of("登记状态", register.status().label()),
                                List.of("法定代表人", orHidden(register.legalRep())),
                                List.of("注册资本", plain(register.registeredCapital()) + " 万元"),
                                List.of("成立日期", register.establishedOn().toString()),
                                List.of("行业", register.industryName()),
                                List.of("镇街", register.townName()),
                                List.of("住所", orHidden(register.address()))))));
    }

    /** What roles keep from the reader. */
    private static String orHidden(String text) {
        return text.isEmpty() ? "按权限不显示" : text;
    }

    private Element facts(String title, List<Indicator> indicators, String note) {
        return pages.section(
                title,
                List.of(
                        pages.table(
                                "facts",
                                List.of("指标", "数值", "来源", "截至"),
                                indicators.stream()
                                        .map(it -> List.of(
                                                it.label(),
                                                it.value() == null ? UNKNOWN : it.value(),
                                                source(it.source()),
                                                day(it.asOf())))
                                        .toList()),
                        note(note)));
    }

    private static String day(@Nullable LocalDate day) {
        return day == null ? "—" : day.toString();
    }

    private static String source(@Nullable FactSource source) {
        return switch (source) {
            case REGISTER -> "登记信息";
            case SELF -> "企业填报";
            case TAX -> "税务授权（模拟）";
            case DEMO -> "演示数据";
            case DERIVED -> "系统测算";
            case null -> "—";
        };
    }

    private Element judicial() {
        List<Element> parts = new ArrayList<>();
        if (!report.judicial().isEmpty()) {
            parts.add(pages.table(
                    "facts",
                    List.of("类别", "事项", "日期"),
                    report.judicial().stream()
                            .map(it -> List.of(it.kind(), it.title(), it.date().toString()))
                            .toList()));
        }
        parts.add(note((report.judicial().isEmpty() ? "平台企业库中没有记录。" : "来自平台企业库。") + "没有记录不代表不存在诉讼、执行或处罚。"));
        return pages.section("司法与合规记录", parts);
    }

    /** What was asked stands there with its day, also where nothing came of it. */
    private Element publicRecords() {
        List<Element> parts = new ArrayList<>();
        parts.add(pages.table(
                "facts",
                List.of("类别", "结果", "来源", "查询日期"),
                report.publicRecords().stream()
                        .map(it -> List.of(it.kind().label(), result(it), source(it.source()), day(it.asOf())))
                        .toList()));
        for (RecordFinding it : report.publicRecords()) {
            if (it.kind() == RecordKind.JUDGMENTS || it.records().isEmpty()) {
                continue;
            }
            parts.add(note(it.kind().label()
                    + (it.total() > it.records().size()
                            ? "（共 " + it.total() + " 条，列出最近 " + it.records().size() + " 条）"
                            : "")));
            parts.add(pages.table(
                    "loans",
                    List.of("案号、文号", "机关", "事项", "状态", "金额", "日期"),
                    it.records().stream().map(this::row).toList()));
        }
        parts.add(note("没有查到，指查询当日数据平台中没有该企业的记录，不代表不存在；查询失败，指数据平台没有答复，不代表没有记录；未接入，指本平台没有该项数据。"));
        return pages.section("司法与信用公共记录", parts);
    }

    private List<String> row(PublicRecord it) {
        PublicRecord seen = FieldRules.apply(it, reader);
        return List.of(
                it.number().isEmpty() ? "—" : orHidden(seen.number()),
                orNone(it.authority()),
                orNone(it.matter()),
                orNone(it.state()),
                yuan(it.amount()),
                day(it.day()));
    }

    private static String result(RecordFinding it) {
        if (it.standing() != RecordStanding.FOUND) {
            return it.standing().label();
        }
        return it.kind() == RecordKind.JUDGMENTS
                ? it.total() + " 件（"
                        + it.records().stream()
                                .map(one -> one.matter() + " " + one.count() + " 件")
                                .collect(Collectors.joining("、"))
                        + "）"
                : it.total() + " 条";
    }

    private static String source(@Nullable RecordSource source) {
        return source == null ? "—" : source.label();
    }

    private static String orNone(String text) {
        return text.isEmpty() ? "—" : text;
    }

    private Element ownLoans() {
        return pages.section(
                "在本机构的其他融资申请",
                List.of(
                        report.ownLoans().isEmpty()
                                ? note("没有其他申请。")
                                : pages.table(
                                        "loans",
                                        List.of("申请编号", "产品", "类型", "申请金额", "状态", "授信额度", "已放款", "提交日期"),
                                        report.ownLoans().stream()
                                                .map(it -> List.of(
                                                        it.number(),
                                                        it.productTitle(),
                                                        it.kind().label(),
                                                        yuan(it.amount()),
                                                        it.status().label(),
                                                        yuan(it.grantedAmount()),
                                                        yuan(it.disbursedAmount()),
                                                        BusinessTime.dayOf(it.submittedAt()
                                                                        .toInstant())
                                                                .toString()))
                                                .toList())));
    }

    private Element otherLoans() {
        return pages.section(
                "在其他机构的融资申请",
                List.of(
                        report.otherLoans().isEmpty()
                                ? note("在本平台没有向其他机构提交过申请。")
                                : pages.table(
                                        "plain",
                                        List.of(),
                                        report.otherLoans().stream()
                                                .map(it -> List.of(it.status().label(), it.count() + " 笔"))
                                                .toList()),
                        note("仅为本平台上的申请，只列笔数和状态，不含机构名称和金额。")));
    }

    private static String yuan(@Nullable BigDecimal amount) {
        return amount == null ? "—" : plain(amount) + " 元";
    }

    private static String plain(BigDecimal number) {
        return Indicators.grouped(number);
    }
}
