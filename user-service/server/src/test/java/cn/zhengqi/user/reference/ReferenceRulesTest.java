package cn.zhengqi.user.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.zhengqi.kernel.FieldProblem;
import cn.zhengqi.kernel.ProblemException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReferenceRulesTest {

    private final List<ReferenceRow> there = List.of(
            row(ReferenceKind.DIVISION, "500000", "重庆市", "省级", null, false),
            row(ReferenceKind.DIVISION, "500113", "巴南区", "县级", "500000", false),
            row(ReferenceKind.TOWN, "500113103", "界石镇", "镇", "500113", false),
            row(ReferenceKind.TOWN, "500113104", "旧镇", "镇", "500113", true),
            row(ReferenceKind.INDUSTRY, "C", "制造业", "门类", null, false),
            row(ReferenceKind.DICTIONARY, "PARK_TYPE", "园区类型", null, null, false),
            row(ReferenceKind.DICTIONARY, "PARK_TYPE.INDUSTRIAL", "工业园区", null, "PARK_TYPE", false),
            row(ReferenceKind.PARK, "P-OLD", "老园区", "PARK_TYPE.INDUSTRIAL", "500113104", false));

    @Test
    void the_code_says_level_and_parent_of_divisions_and_industries() {
        assertThat(taken(ReferenceKind.DIVISION, "500112", "渝北区", null, null))
                .isEqualTo(row(ReferenceKind.DIVISION, "500112", "渝北区", "县级", "500000", false));
        assertThat(taken(ReferenceKind.INDUSTRY, " c34 ", "通用设备制造业", null, null))
                .isEqualTo(row(ReferenceKind.INDUSTRY, "C34", "通用设备制造业", "大类", "C", false));
        assertThat(taken(ReferenceKind.TOWN, "500113200", "新镇", "镇", null).parentCode())
                .isEqualTo("500113");
    }

    @Test
    void a_park_takes_its_type_by_name_or_code_and_its_town_by_code() {
        assertThat(taken(ReferenceKind.PARK, "P-1", "一号园", "工业园区", "500113103").type())
                .isEqualTo("PARK_TYPE.INDUSTRIAL");
        assertThat(problems(ReferenceKind.PARK, "P-1", "一号园", "动物园", null))
                .containsExactly("type UNKNOWN", "parentCode REQUIRED");
    }

    @Test
    void who_names_no_type_of_parks_is_told_which_there_are() {
        ProblemException refused = catchThrowableOfType(
                ProblemException.class, () -> taken(ReferenceKind.PARK, "P-1", "一号园", "动物园", "500113103"));
        assertThat(refused.fieldErrors()).extracting(FieldProblem::message).containsExactly("园区类型应为：工业园区");
    }

    @Test
    void what_is_retired_is_not_chosen_any_more_but_who_has_it_keeps_it() {
        assertThat(problems(ReferenceKind.PARK, "P-1", "一号园", "工业园区", "500113104"))
                .containsExactly("parentCode RETIRED");
        assertThat(taken(ReferenceKind.PARK, "P-OLD", "老园区（改名）", "工业园区", "500113104")
                        .name())
                .isEqualTo("老园区（改名）");
    }

    @Test
    void what_a_spreadsheet_would_take_for_a_formula_is_no_name() {
        for (String name : List.of("=1+1", "+A1", "-A1", "@SUM(A1)", "")) {
            assertThat(problems(ReferenceKind.TOWN, "500113200", name, "镇", null))
                    .as(name)
                    .containsExactly("name FORMAT");
        }
    }

    @Test
    void codes_have_the_form_of_their_kind_and_something_above_them() {
        assertThat(problems(ReferenceKind.TOWN, "50011", "某镇", "镇", null)).containsExactly("code FORMAT");
        assertThat(problems(ReferenceKind.TOWN, "500999001", "某镇", "镇", null)).containsExactly("code UNKNOWN");
        assertThat(problems(ReferenceKind.TOWN, "500113200", "某村", "村", null)).containsExactly("type UNKNOWN");
        assertThat(problems(ReferenceKind.INDUSTRY, "C3", "某业", null, null)).containsExactly("code FORMAT");
        assertThat(problems(ReferenceKind.INDUSTRY, "D4411", "某业", null, null)).containsExactly("code UNKNOWN");
        assertThat(problems(ReferenceKind.DICTIONARY, "OTHER.ONE", "某项", null, null))
                .containsExactly("code UNKNOWN");
    }

    @Test
    void a_file_is_told_which_lines_are_wrong_and_what_the_others_would_do() {
        ReferenceImport plan = ReferenceImport.plan(
                ReferenceKind.TOWN,
                List.of(
                        line(2, "500113103", "界石镇", "镇"),
                        line(3, "500113200", "新镇", "镇"),
                        line(4, "500113200", "又一新镇", "镇"),
                        line(5, "500113104", "旧镇", "镇"),
                        line(6, "5001", "", "村")),
                there);

        assertThat(plan.report().problems())
                .extracting(problem -> problem.line() + " " + problem.field())
                .containsExactly("4 code", "5 code", "6 code", "6 name");
        assertThat(plan.report().added()).isEqualTo(1);
        assertThat(plan.report().same()).isEqualTo(1);
        assertThat(plan.report().problemCount()).isEqualTo(4);
    }

    @Test
    void what_stands_above_may_stand_further_down_in_the_file() {
        ReferenceImport plan = ReferenceImport.plan(
                ReferenceKind.INDUSTRY,
                List.of(line(2, "D441", "电力生产", null), line(3, "D44", "电力", null), line(4, "D", "供应业", null)),
                there);

        plan.requireNoProblems();
        assertThat(plan.added()).extracting(ReferenceRow::code).containsExactly("D", "D44", "D441");
    }

    private ReferenceRow taken(
            ReferenceKind kind, String code, String name, @Nullable String type, @Nullable String parent) {
        return new ReferenceRules(there).row(kind, new ReferenceDraft(code, name, type, parent));
    }

    private List<String> problems(
            ReferenceKind kind, String code, String name, @Nullable String type, @Nullable String parent) {
        ProblemException refused =
                catchThrowableOfType(ProblemException.class, () -> taken(kind, code, name, type, parent));
        return refused == null
                ? List.of("none")
                : refused.fieldErrors().stream()
                        .map((FieldProblem problem) -> problem.field() + " " + problem.code())
                        .toList();
    }

    private static ReferenceImport.Line line(int number, String code, String name, @Nullable String type) {
        return new ReferenceImport.Line(number, new ReferenceDraft(code, name, type, null));
    }

    private static ReferenceRow row(
            ReferenceKind kind,
            String code,
            String name,
            @Nullable String type,
            @Nullable String parent,
            boolean retired) {
        return new ReferenceRow(kind, code, name, type, parent, retired);
    }
}
