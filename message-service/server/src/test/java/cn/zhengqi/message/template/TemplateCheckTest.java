package cn.zhengqi.message.template;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengqi.kernel.FieldProblem;
import cn.zhengqi.message.push.PushChannel;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplateCheckTest {

    private record Fact(String who, @Nullable String day) {}

    private static final NoticeKind<Fact> KIND = NoticeKind.<Fact>of(NoticeGroup.LOAN, "test.kind", "测试", "企业")
            .knows(Variable.<Fact>text("企业", "申请的企业", "渝巴机械", Fact::who).required())
            .knows(Variable.<Fact>text("日期", "答复日期", "2026年12月10日", Fact::day).optional())
            .knows(Variable.id("标识", "申请", it -> UUID.randomUUID()))
            .says("标题", "${企业}已提交[[，于 ${日期}前答复]]。", "/applications/${标识}");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "title | ${名称}已提交 | UNKNOWN_VARIABLE | 没有变量“名称”",
                "body | 已提交。 | MISSING_VARIABLE | 标题或正文中必须有变量“企业”",
                "body | ${企业}，于 ${日期}前答复 | MAY_BE_ABSENT | 变量“日期”可能为空，请连同前后文字放入 [[ ]]，为空时整段不出现",
                "body | [[${企业}]]已提交 | NEVER_ABSENT | [[ ]] 里没有可能为空的变量，请去掉 [[ 和 ]]",
                "body | ${企业}[[${日期} | FORMAT | “[[”后面缺少“]]”",
                "body | ${企业}${日期] | FORMAT | “${”后面缺少“}”，变量应写成“${变量名}”",
                "body | ${企业}<b>已提交</b> | HTML | 不支持 HTML，请使用纯文字",
                "body | ${企业}${标识} | NOT_ALLOWED | 变量“标识”只能用在查看页面中",
                "title | [[${日期}]] | MAY_BE_ABSENT | [[ ]] 以外须有文字，否则可能整条为空",
                "link | /a/${企业} | NOT_ALLOWED | 变量“企业”不能用在查看页面中",
                "link | //evil.example | FORMAT | 应为平台内的页面地址，以 / 开头，如 /policies",
                "link | https://evil.example | FORMAT | 应为平台内的页面地址，以 / 开头，如 /policies",
                "weChat | 一二三四五六七八九十一二三四五六七八九十一 | TOO_LONG | 代入示例后有 21 字，最多 20 字",
                "sms | ${企业}，${企业}，${企业}，${企业}，${企业}，${企业}，${企业}，${企业} | TOO_LONG | 代入示例后有 39 字，最多 35 字",
            })
    void what_is_wrong_is_said_at_its_field(String field, String text, String code, String message) {
        TemplateContent content = new TemplateContent(
                field.equals("title") ? text : "标题",
                field.equals("body") ? text : "${企业}已提交",
                field.equals("link") ? text : null,
                List.of(PushChannel.IN_SITE),
                field.equals("weChat") ? text : null,
                field.equals("sms") ? text : null,
                List.of(),
                List.of());

        assertThat(TemplateCheck.of(KIND, content)).contains(new FieldProblem("content." + field, code, message));
    }

    @Test
    void the_inbox_cannot_be_left_out_and_a_long_title_needs_words_of_its_own_for_a_text_message() {
        TemplateContent noInbox =
                new TemplateContent("标题", "${企业}", null, List.of(PushChannel.WECHAT), null, null, List.of(), List.of());
        assertThat(TemplateCheck.of(KIND, noInbox))
                .extracting(FieldProblem::message)
                .containsExactly("站内信不能取消");
        TemplateContent byText = new TemplateContent(
                "长".repeat(36),
                "${企业}",
                null,
                List.of(PushChannel.IN_SITE, PushChannel.SMS),
                null,
                null,
                List.of(),
                List.of());
        assertThat(TemplateCheck.of(KIND, byText))
                .extracting(FieldProblem::message)
                .containsExactly("选择短信时请填写短信文字：标题按示例有 36 字，短信最多 35 字");
    }

    @Test
    void a_value_is_put_in_as_it_is_and_what_is_absent_takes_its_part_along() throws Exception {
        TemplateText text = TemplateText.parse("${企业}已提交[[，于 ${日期}前答复]]。");

        assertThat(text.with(KIND.values(new Fact("渝巴", "2026年12月1日")))).isEqualTo("渝巴已提交，于 2026年12月1日前答复。");
        assertThat(text.with(KIND.values(new Fact("渝巴", null)))).isEqualTo("渝巴已提交。");
        assertThat(text.with(Map.of("企业", "${日期}[[<b>", "日期", "$1")))
                .as("no value is read as a template")
                .isEqualTo("${日期}[[<b>已提交，于 $1前答复。");
    }
}
