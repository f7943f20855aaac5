package cn.zhengqi.policy.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhengqi.web.file.FileKind;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** What enterprises filled in, chose or handed in keeps its place in a newer form. */
class DesignCheckTest {

    private static final Material LICENCE = new Material("licence", "营业执照", true, null, List.of(FileKind.PDF));
    private static final Material BUDGET = new Material("budget", "预算", false, null, List.of(FileKind.PDF));

    @Test
    void an_option_that_may_have_been_chosen_stays_and_others_may_be_added() {
        FormDesign before = choices("\"新建\", \"改造\"");
        assertThatThrownBy(() -> DesignCheck.losesNothing(before, List.of(), choices("\"新建\", \"扩建\""), List.of()))
                .hasMessageContaining("不能删除其中的选项");
        assertThatCode(() -> DesignCheck.losesNothing(before, List.of(), choices("\"扩建\", \"改造\", \"新建\""), List.of()))
                .doesNotThrowAnyException();
    }

    @Test
    void a_material_of_which_files_were_handed_in_stays_and_others_may_be_added() {
        FormDesign form = choices("\"新建\", \"改造\"");
        assertThatThrownBy(() -> DesignCheck.losesNothing(form, List.of(LICENCE), form, List.of(BUDGET)))
                .hasMessageContaining("营业执照");
        assertThatCode(() -> DesignCheck.losesNothing(form, List.of(LICENCE), form, List.of(BUDGET, LICENCE)))
                .doesNotThrowAnyException();
    }

    @Test
    void neither_type_nor_unit_of_a_field_or_a_column_that_was_filled_in_changes() {
        FormDesign before = fields("\"type\": \"NUMBER\", \"unit\": \"元\"", "\"type\": \"MONEY\", \"unit\": \"万元\"");
        assertThatThrownBy(() -> losing(
                        before,
                        fields("\"type\": \"NUMBER\", \"unit\": \"万元\"", "\"type\": \"MONEY\", \"unit\": \"万元\"")))
                .hasMessageContaining("“投资”已有企业填报，单位不能由元改为万元，可另增一项");
        assertThatThrownBy(
                        () -> losing(before, fields("\"type\": \"NUMBER\"", "\"type\": \"MONEY\", \"unit\": \"万元\"")))
                .hasMessageContaining("不能由元改为没有单位");
        assertThatThrownBy(() -> losing(
                        before,
                        fields("\"type\": \"NUMBER\", \"unit\": \"元\"", "\"type\": \"MONEY\", \"unit\": \"元\"")))
                .hasMessageContaining("“设备”的“单价”列已有企业填报，单位不能由万元改为元");
        assertThatThrownBy(() -> losing(before, fields("\"type\": \"NUMBER\", \"unit\": \"元\"", "\"type\": \"TEXT\"")))
                .hasMessageContaining("“设备”的“单价”列已有企业填报，不能由金额改为文字");
        assertThatCode(() -> losing(before, before)).doesNotThrowAnyException();
    }

    @Test
    void a_number_that_does_not_say_its_unit_takes_no_money() {
        assertThat(field("\"type\": \"NUMBER\"").takes("万元")).isFalse();
        assertThat(field("\"type\": \"NUMBER\"").takes("人")).isTrue();
        assertThat(field("\"type\": \"NUMBER\", \"unit\": \"万元\"").takes("万元")).isTrue();
        assertThat(field("\"type\": \"NUMBER\", \"unit\": \"元\"").takes("万元")).isFalse();
        assertThat(field("\"type\": \"MONEY\"").takes("万元")).isTrue();
    }

    @Test
    void a_bound_that_nobody_could_mean_is_refused_by_its_name() {
        String plain = "\"type\": \"MONEY\"";
        assertThatThrownBy(() ->
                        DesignCheck.of(fields("\"type\": \"NUMBER\", \"min\": 1e30", plain), List.of(), List.of()))
                .hasMessageContaining("“投资”的最小值应在 -1 万亿到 1 万亿之间，最多 4 位小数");
        assertThatThrownBy(() -> DesignCheck.of(fields(plain, plain + ", \"max\": 0.00001"), List.of(), List.of()))
                .hasMessageContaining("“单价”的最大值应在 -1 万亿到 1 万亿之间，最多 4 位小数");
    }

    private static void losing(FormDesign before, FormDesign after) {
        DesignCheck.losesNothing(before, List.of(), after, List.of());
    }

    private static FormDesign.Field field(String kind) {
        return fields(kind, "\"type\": \"TEXT\"").byKey().get("investment");
    }

    private static FormDesign fields(String field, String column) {
        return JsonMapper.shared().readValue("""
                {"groups": [{"title": "一组", "fields": [
                  {"key": "investment", "label": "投资", "required": true, %s},
                  {"key": "devices", "label": "设备", "type": "TABLE", "required": false, "columns": [
                    {"key": "price", "label": "单价", "required": true, %s}]}]}]}""".formatted(field, column), FormDesign.class);
    }

    private static FormDesign choices(String options) {
        return JsonMapper.shared().readValue("""
                {"groups": [{"title": "一组", "fields": [
                  {"key": "kind", "label": "类别", "type": "CHOICE", "required": true, "options": [%s]}]}]}""".formatted(options), FormDesign.class);
    }
}
