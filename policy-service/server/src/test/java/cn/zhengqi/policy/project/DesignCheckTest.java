package cn.zhengqi.policy.project;

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

    private static FormDesign choices(String options) {
        return JsonMapper.shared().readValue("""
                {"groups": [{"title": "一组", "fields": [
                  {"key": "kind", "label": "类别", "type": "CHOICE", "required": true, "options": [%s]}]}]}""".formatted(options), FormDesign.class);
    }
}
