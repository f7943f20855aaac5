package cn.zhengqi.matching.report;

import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.matching.api.match.ConditionResult.FactRef;
import cn.zhengqi.matching.benefit.Amounts;
import cn.zhengqi.matching.benefit.BenefitSums;
import cn.zhengqi.matching.match.AmountEstimate;
import cn.zhengqi.matching.match.ExcludedPolicy;
import cn.zhengqi.matching.match.LoanMatch;
import cn.zhengqi.matching.match.PolicyMatch;
import cn.zhengqi.paper.Letterhead;
import cn.zhengqi.paper.Markup;
import cn.zhengqi.paper.PaperPages;
import cn.zhengqi.web.sheet.Watermark;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** What stands on the pages of a report, and in which order it is read. */
final class ReportPages {

    private static final String STYLE = "/report/report.css";
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private static final String UNVERIFIED = "待核实";
    private static final String NOT_BEGUN = "政策还没有开始施行，施行后条件都满足的才能申报或享受";

    private final PaperPages pages;
    private final Markup markup;
    private final IssuedReport report;
    private final PlanningReport content;
    private final Map<String, BenefitRange> benefits = new HashMap<>();

    ReportPages(Letterhead letterhead, IssuedReport report, PlanningReport content, Watermark mark) {
        this.pages = new PaperPages(
                letterhead,
                new PaperPages.Paper("政策申报规划报告", "报告", report.number(), report.fingerprint(), report.enterpriseName()),
                mark);
        this.markup = pages.markup();
        this.report = report;
        this.content = content;
        content.benefits().forEach(range -> benefits.put(range.code(), range));
    }

    Document document() {
        return pages.document(
                "编号 " + report.number() + "，数据截至 " + report.asOf(),
                PaperPages.resource(ReportPages.class, STYLE),
                pages.cover(List.of(
                        List.of("出具时间", report.issuedAt().format(TIME)),
                        List.of("数据截至", BusinessTime.inWords(report.asOf())))),
                summary(),
                tasks(),
                calendar(),
                eligible(),
                nearly(),
                upcoming(),
                unknown(),
                over(),
                loans(),
                stoppedLoans(),
                rest(),
                facts(),
                sources(),
                notes());
    }

    private Element summary() {
        PlanningReport.Summary numbers = content.summary();
        List<Element> parts = new ArrayList<>();
        parts.add(pages.table("figures", List.of("结论", "政策", "含义"), figures(numbers, ChoiceWords.count(hadNow()))));
        BenefitRange.Total total = content.total();
        parts.add(markup.el(
                "p",
                total.counted() == 0
                        ? "可享的政策中，没有可以折算成金额的。"
                        : "可享的政策中，" + total.counted() + " 条可以折算金额，预计合计 "
                                + Amounts.range(total.lowWan(), total.highWan(), BenefitSums.WAN)
                                + "（估算，非承诺；未考虑政策之间的叠加影响）"
                                + (total.uncounted() == 0
                                        ? "。"
                                        : "；其余 " + total.uncounted() + " 条未载明可折算的金额，或与已计入的只能择一，未计入。")));
        if (!content.nextFacts().steps().isEmpty()) {
            parts.add(pages.list(content.nextFacts().steps().stream()
                    .map(step -> "再填写 " + step.facts().size() + " 项（" + labels(step.facts()) + "），可再判定 "
                            + step.decides().size() + " 条政策")
                    .toList()));
        }
        return pages.section("概要", parts);
    }

    private List<PolicyMatch> hadNow() {
        return content.eligible().stream()
                .filter(policy -> !policy.periodOver())
                .toList();
    }

    /** What each count means; they add up to the last. */
    private static List<List<String>> figures(PlanningReport.Summary numbers, String apart) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(figure("可享", numbers.eligible(), "现有数据下全部条件均已满足，可以着手申报" + apart));
        rows.add(figure("差一项", numbers.nearly(), "只有一项条件未满足，补上即可享受"));
        rows.add(figure("尚未施行", numbers.upcoming(), NOT_BEGUN));
        rows.add(figure("待补充", numbers.unknown(), "有条件因企业数据未填而无法判断，填写后即可判定"));
        rows.add(figure("不符合", numbers.ineligible(), "有两项以上条件未满足，或有企业无法改变的条件，本报告不逐条列出"));
        rows.add(figure("已获得", numbers.held(), "企业已持有相应资质"));
        rows.add(figure("条件待核实", numbers.unclear(), "条件的具体数值尚未取得原文，暂时无法判断"));
        rows.add(figure("已过有效期", numbers.allPeriodOver(), "已到期或已被替代，或记载的有效期已过、是否延续待核实"));
        rows.removeIf(row -> row.get(1).startsWith("0 "));
        rows.add(figure("合计", numbers.matched(), "本次逐条对照过的全部政策"));
        return rows;
    }

    private static List<String> figure(String name, int count, String meaning) {
        return List.of(name, count + " 条", meaning);
    }

    private Element tasks() {
        return content.tasks().isEmpty()
                ? pages.section("要做的事", List.of(markup.el("p", "没有需要做的事。")))
                : pages.section(
                        "要做的事",
                        List.of(pages.table(
                                "tasks",
                                List.of("序号", "事项", "最早", "截止"),
                                PaperPages.numbered(content.tasks().stream()
                                        .map(task -> List.of(
                                                task.words(),
                                                day(task.from(), "即可"),
                                                day(task.due(), task.kind() == Task.Kind.FILL ? "随时可办" : "文件未载明")))
                                        .toList()))));
    }

    private Element calendar() {
        List<Element> parts = new ArrayList<>();
        parts.add(
                content.calendar().isEmpty()
                        ? markup.el("p", "没有今后的日期：相关文件没有载明，也没有开放的申报或兑付项目。")
                        : pages.table(
                                "calendar",
                                List.of("日期", "政策", "事项"),
                                content.calendar().stream()
                                        .map(entry -> List.of(
                                                entry.day().toString(), "《" + entry.title() + "》", entry.words()))
                                        .toList()));
        if (content.windowsNote() != null) {
            parts.add(markup.el("p.notice", content.windowsNote() + "。"));
        }
        return pages.section("日历", parts);
    }

    private Element eligible() {
        List<PolicyMatch> current = content.eligible().stream()
                .filter(policy -> !policy.periodOver())
                .toList();
        List<Element> parts = new ArrayList<>();
        parts.add(markup.el("p", "现有数据下全部条件均已满足。申报前请核对材料与窗口期。"));
        current.forEach(policy -> parts.add(policy(policy, List.of())));
        return pages.section("可享（" + current.size() + " 条）", parts);
    }

    private Element nearly() {
        List<PlanningReport.Nearly> oneAway = content.nearly().stream()
                .filter(near -> near.policy().beginsOn() == null)
                .toList();
        List<Element> parts = new ArrayList<>();
        parts.add(markup.el("p", "只差一项条件，补上即可享受。"));
        near(oneAway, parts);
        return pages.section("差一项（" + oneAway.size() + " 条）", parts);
    }

    private Element upcoming() {
        List<PlanningReport.Nearly> upcoming = content.nearly().stream()
                .filter(near -> near.policy().beginsOn() != null)
                .toList();
        if (upcoming.isEmpty()) {
            return markup.el("div");
        }
        List<Element> parts = new ArrayList<>();
        parts.add(markup.el("p", NOT_BEGUN + "。"));
        near(upcoming, parts);
        return pages.section("尚未施行（" + upcoming.size() + " 条）", parts);
    }

    private void near(List<PlanningReport.Nearly> some, List<Element> parts) {
        some.forEach(near -> {
            List<Element> more = new ArrayList<>();
            near.todo().forEach(todo -> more.add(markup.el("p.gap", "差在：" + todo)));
            // Of reports that were issued before the steps told them, too.
            near.policy().firstSteps().stream()
                    .filter(step -> near.steps().stream().noneMatch(told -> told.contains("《" + step.title() + "》")))
                    .forEach(step ->
                            more.add(markup.el("p", "怎么办：先申报" + step.qualification() + "，见《" + step.title() + "》")));
            near.steps().forEach(step -> more.add(markup.el("p", "怎么办：" + step)));
            parts.add(policy(near.policy(), more));
        });
    }

    private Element unknown() {
        List<Element> parts = new ArrayList<>();
        parts.add(markup.el("p", "补充数据后可以判定。"));
        content.unknown()
                .forEach(open ->
                        parts.add(policy(open.policy(), List.of(markup.el("p", "还需填写：" + labels(open.fill()))))));
        return pages.section("待补充（" + content.unknown().size() + " 条）", parts);
    }

    private Element over() {
        List<PolicyMatch> over =
                content.eligible().stream().filter(PolicyMatch::periodOver).toList();
        if (over.isEmpty()) {
            return markup.el("div");
        }
        List<Element> parts = new ArrayList<>();
        parts.add(markup.el("p", "条件均已满足，但记载的有效期已过。申报前请向主管部门核实是否延续。"));
        over.forEach(policy -> parts.add(policy(policy, List.of())));
        return pages.section("已过有效期，是否延续待核实（" + over.size() + " 条）", parts);
    }

    private Element loans() {
        if (content.loans().isEmpty()) {
            return markup.el("div");
        }
        List<Element> parts = new ArrayList<>();
        parts.add(markup.el("p", "按公布的准入条件对照，额度和利率以银行核定为准。"));
        parts.add(pages.table(
                "loans",
                List.of("产品", "银行", "估算额度（估算，非承诺）", "依据"),
                content.loans().stream()
                        .map(loan -> List.of(
                                loan.title(),
                                loan.bankName(),
                                estimate(loan),
                                loan.estimate() == null
                                        ? ""
                                        : String.join("；", loan.estimate().basis())))
                        .toList()));
        return pages.section("可考虑的贷款产品（" + content.loans().size() + " 个）", parts);
    }

    private Element stoppedLoans() {
        List<LoanMatch> stopped = content.stoppedLoans();
        if (stopped.isEmpty()) {
            return markup.el("div");
        }
        List<Element> parts = new ArrayList<>();
        parts.add(markup.el("p", "公布的准入条件均已满足，但银行设定的匹配日期已过，现不接受新申请。"));
        stopped.forEach(loan ->
                parts.add(markup.el("p", loan.title() + "（" + loan.bankName() + "），匹配至 " + loan.matchedUntil())));
        return pages.section("已停止匹配的贷款产品（" + stopped.size() + " 个）", parts);
    }

    private static String estimate(LoanMatch loan) {
        AmountEstimate estimate = loan.estimate();
        if (estimate == null || estimate.highWan() == null) {
            return "未公布，以银行核定为准";
        }
        String sum = estimate.lowWan() == null
                ? "不超过 " + Amounts.words(estimate.highWan()) + " " + BenefitSums.WAN
                : Amounts.range(estimate.lowWan(), estimate.highWan(), BenefitSums.WAN);
        return sum + (estimate.certain() ? "" : "（" + UNVERIFIED + "）");
    }

    private Element rest() {
        List<Element> parts = new ArrayList<>();
        content.held().forEach(policy -> parts.add(markup.el("p", "已获得：《" + policy.title() + "》")));
        content.unclear().forEach(policy -> parts.add(markup.el("p", "条件待核实：《" + policy.title() + "》")));
        return parts.isEmpty() ? markup.el("div") : pages.section("其他", parts);
    }

    private Element facts() {
        return pages.section(
                "所用数据",
                List.of(pages.table(
                        "facts",
                        List.of("指标", "数据", "来源"),
                        content.facts().stream()
                                .map(fact -> List.of(fact.label(), fact.value(), fact.origin()))
                                .toList())));
    }

    private Element sources() {
        return pages.section(
                "政策来源",
                List.of(pages.table(
                        "sources",
                        List.of("文件", "文号", "版本", "有效期", "核对"),
                        content.sources().stream()
                                .map(source -> List.of(
                                        "《" + source.title() + "》",
                                        source.docNumber(),
                                        source.edition(),
                                        day(source.from(), "未载明") + " 至 " + day(source.to(), "长期"),
                                        source.verified() ? "已核对" : UNVERIFIED))
                                .toList())));
    }

    private Element notes() {
        return pages.section(
                "说明",
                List.of(markup.el(
                        "p",
                        "本报告依据平台收录的政策条款和企业提供的数据生成，用于自查和规划，不代替主管部门的认定和银行的审批。标注“待核实”的条款，请以发文机关公布的文本为准。金额均为估算，不是承诺。")));
    }

    private Element policy(PolicyMatch policy, List<Element> more) {
        List<Object> parts = new ArrayList<>();
        parts.add(markup.el("h3", policy.title()));
        parts.add(markup.el(
                "p.meta",
                policy.docNumber() + " · " + level(policy.level()) + " · 匹配度 " + policy.degree() + "%"
                        + (policy.validTo() == null ? "" : " · 有效期至 " + BusinessTime.inWords(policy.validTo()))
                        + (policy.verified() ? "" : " · 条款" + UNVERIFIED)));
        BenefitRange range = benefits.get(policy.code());
        if (range != null) {
            parts.add(markup.el(
                    "p.benefit", "预计优惠：" + range.inWords() + (range.certain() ? "" : "（" + UNVERIFIED + "）")));
            parts.add(pages.list(range.basis()));
        } else if (policy.benefit() != null) {
            parts.add(markup.el("p.benefit", "优惠：" + policy.benefit()));
        }
        if (policy.notice() != null) {
            parts.add(markup.el("p.notice", policy.notice()));
        }
        String proposal = ChoiceWords.of(policy);
        if (proposal != null) {
            parts.add(markup.el("p.notice", proposal));
        }
        policy.excludes().forEach(other -> parts.add(markup.el("p.notice", excluded(other))));
        parts.addAll(more);
        return markup.el("div.policy", parts);
    }

    private String excluded(ExcludedPolicy other) {
        boolean hadNow =
                content.eligible().stream().anyMatch(policy -> policy.code().equals(other.code()) && policy.current());
        return "不能与《" + other.title() + "》" + (hadNow ? "（可享）" : "") + "同时享受：" + other.clause()
                + (other.place() == null ? "" : "（" + other.place() + "）")
                + (other.certain() ? "" : "（" + UNVERIFIED + "）");
    }

    /** The words of the reference data as the screen says them. */
    private static String level(String level) {
        return switch (level) {
            case "国家" -> "国家级";
            case "市" -> "市级";
            case "区县" -> "区级";
            default -> level;
        };
    }

    private static String day(@Nullable LocalDate day, String otherwise) {
        return day == null ? otherwise : day.toString();
    }

    private static String labels(List<FactRef> facts) {
        return facts.stream().map(FactRef::label).collect(Collectors.joining("、"));
    }
}
