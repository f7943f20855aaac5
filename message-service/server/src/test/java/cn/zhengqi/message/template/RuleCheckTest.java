package cn.zhengqi.message.template;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengqi.kernel.FieldProblem;
import cn.zhengqi.kernel.Mask;
import cn.zhengqi.kernel.Yuan;
import cn.zhengqi.message.template.FurtherReceivers.Place;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleCheckTest {

    private record Fact(
            String who,
            String product,
            BigDecimal amount,
            @Nullable String day,
            UUID bank) {}

    private static final NoticeKind<Fact> KIND = kind(NoticeGroup.LOAN).says("标题", "${产品}已提交", "/applications/${标识}");

    private static NoticeKind.Draft<Fact> kind(NoticeGroup group) {
        return NoticeKind.<Fact>of(group, "test.kind", "测试", "企业")
                .heldBy(Fact::bank)
                .knows(Variable.<Fact>text("企业", "申请的企业", "示例机械有限公司", Fact::who).covered(Mask.ENTERPRISE_NAME))
                .knows(Variable.<Fact>text("产品", "贷款产品", "云税贷", Fact::product).required())
                .knows(Variable.<Fact>yuan("金额", "申请金额", "50 万元", Fact::amount))
                .knows(Variable.<Fact>text("日期", "答复日期", "2026年12月10日", Fact::day)
                        .optional())
                .knows(Variable.id("标识", "申请", Fact::bank));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "数额 | AT_LEAST | 1 | variable | UNKNOWN_VARIABLE | 没有变量“数额”",
                "企业 | CONTAINS | 机械 | variable | NOT_ALLOWED | 变量“企业”是受保护的内容，不能作为条件",
                "标识 | IS | 1 | variable | NOT_ALLOWED | 变量“标识”只能用在查看页面中",
                "产品 | AT_LEAST | 5 | comparison | NOT_ALLOWED | 变量“产品”不是数值，不能比较大小",
                "金额 | IS | 5000000 | comparison | NOT_ALLOWED | 变量“金额”是数值，只能选不小于或不大于",
                "金额 | AT_LEAST | 500万 | value | FORMAT | 请填写数字，单位是元，如 5000000",
                "金额 | AT_LEAST | 1e9 | value | FORMAT | 请填写数字，单位是元，如 5000000",
            })
    void a_condition_that_cannot_be_asked_is_refused_at_its_field(
            String variable, Comparison comparison, String value, String field, String code, String message) {
        List<RuleCondition> asked = List.of(new RuleCondition(variable, comparison, value));

        assertThat(RuleCheck.of(KIND, content(asked, List.of())))
                .containsExactly(new FieldProblem("content.conditions[0]." + field, code, message));
        assertThat(RuleCheck.of(
                        KIND, content(List.of(), List.of(other(Place.OPERATOR, "OPERATOR", asked, null, null)))))
                .containsExactly(new FieldProblem("content.others[0].conditions[0]." + field, code, message));
    }

    @Test
    void what_may_not_be_switched_off_gets_no_condition_but_may_be_told_to_others() {
        NoticeKind<Fact> mandatory =
                kind(NoticeGroup.LOAN).mandatory(Mandatory.of("必须告知")).says("标题", "${产品}", null);
        RuleCondition condition = new RuleCondition("金额", Comparison.AT_LEAST, "5000000");

        assertThat(RuleCheck.of(mandatory, content(List.of(condition), List.of())))
                .containsExactly(new FieldProblem("content.conditions", "NOT_ALLOWED", "此类消息不能停用，也不能设通知条件"));
        assertThat(RuleCheck.of(
                        mandatory,
                        content(List.of(), List.of(other(Place.CASE, "BANK_MANAGER", List.of(condition), null, null)))))
                .isEmpty();
    }

    @Test
    void what_concerns_an_account_is_told_to_nobody_else() {
        NoticeKind<Fact> account = kind(NoticeGroup.ACCOUNT).says("标题", "${产品}", null);
        assertThat(RuleCheck.of(
                        account, content(List.of(), List.of(other(Place.OPERATOR, "OPERATOR", List.of(), null, null)))))
                .containsExactly(new FieldProblem("content.others", "NOT_ALLOWED", "此类消息只告知本人，不能另行通知他人"));
    }

    @Test
    void further_receivers_are_checked_as_words_are() {
        NoticeKind<Fact> withNobody = NoticeKind.<Fact>of(NoticeGroup.LOAN, "test.nobody", "测试", "企业")
                .knows(Variable.<Fact>text("产品", "贷款产品", "云税贷", Fact::product))
                .says("标题", "${产品}", null);
        assertThat(RuleCheck.of(
                        withNobody,
                        content(List.of(), List.of(other(Place.CASE, "BANK_MANAGER", List.of(), null, null)))))
                .extracting(FieldProblem::message)
                .containsExactly("此类事件没有办理机构");
        FurtherReceivers twice = other(Place.OPERATOR, "OPERATOR", List.of(), null, null);
        assertThat(RuleCheck.of(KIND, content(List.of(), List.of(twice, twice))))
                .containsExactly(new FieldProblem("content.others[1].role", "DUPLICATE", "同一角色只能选一次"));
        assertThat(RuleCheck.of(
                        KIND,
                        content(List.of(), List.of(other(Place.OPERATOR, "OPERATOR", List.of(), "大额申请", "${银行}")))))
                .containsExactly(new FieldProblem("content.others[0].body", "UNKNOWN_VARIABLE", "没有变量“银行”"));
        assertThat(RuleCheck.of(
                        KIND, content(List.of(), List.of(other(Place.OPERATOR, "OPERATOR", List.of(), "大额申请", null)))))
                .containsExactly(new FieldProblem("content.others[0].body", "REQUIRED", "另写文字时标题和正文都要填写"));
        assertThat(RuleCheck.of(
                        KIND, content(List.of(), List.of(other(Place.OPERATOR, "OPERATOR", List.of(), "大额申请", "请关注")))))
                .as("what those whom it concerns have to read, others need not")
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "金额, AT_LEAST, 5000000, true",
        "金额, AT_LEAST, 5000000.01, false",
        "金额, AT_MOST, 5000000, true",
        "金额, AT_MOST, 4999999.99, false",
        "产品, IS, 云税贷, true",
        "产品, IS_NOT, 云税贷, false",
        "产品, CONTAINS, 税, true",
        "产品, CONTAINS_NOT, 税, false",
        "日期, CONTAINS, 2026, false",
        "日期, IS_NOT, 2026, true",
        "日期, CONTAINS_NOT, 2026, true",
    })
    void conditions_compare_numbers_by_size_and_words_by_what_they_say(
            String variable, Comparison comparison, String value, boolean holds) {
        Map<String, String> values =
                KIND.values(new Fact("示例机械有限公司", "云税贷", new BigDecimal("5000000"), null, UUID.randomUUID()));
        TemplateContent content = content(List.of(new RuleCondition(variable, comparison, value)), List.of());
        assertThat(content.isTold(KIND, values)).isEqualTo(holds);
    }

    @Test
    void all_conditions_have_to_hold() {
        Map<String, String> values =
                KIND.values(new Fact("示例", "云税贷", new BigDecimal("5000000"), null, UUID.randomUUID()));
        RuleCondition holds = new RuleCondition("产品", Comparison.IS, "云税贷");
        RuleCondition not = new RuleCondition("金额", Comparison.AT_MOST, "1");
        assertThat(content(List.of(holds, not), List.of()).isTold(KIND, values)).isFalse();
        assertThat(content(List.of(holds), List.of()).isTold(KIND, values)).isTrue();
    }

    @Test
    void money_is_read_out_of_its_words_to_the_cent() {
        Random random = new Random(11);
        for (int run = 0; run < 2000; run++) {
            BigDecimal amount = BigDecimal.valueOf(random.nextLong(1L << (1 + random.nextInt(50))), 2);
            assertThat(Measure.YUAN.read(Yuan.format(amount)))
                    .as(Yuan.format(amount))
                    .isEqualByComparingTo(amount);
        }
        assertThat(Measure.PERCENT.read("3.65%")).isEqualByComparingTo("3.65");
    }

    private static FurtherReceivers other(
            Place place, String role, List<RuleCondition> conditions, @Nullable String title, @Nullable String body) {
        return new FurtherReceivers(place, role, conditions, title, body, null);
    }

    private static TemplateContent content(List<RuleCondition> conditions, List<FurtherReceivers> others) {
        TemplateContent words = TemplateContent.inSite("标题", "${产品}已提交", null);
        return new TemplateContent(
                words.title(), words.body(), words.link(), words.ways(), null, null, conditions, others);
    }
}
