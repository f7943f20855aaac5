package cn.zhengqi.policy.reading;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengqi.data.Json;
import cn.zhengqi.files.ReferenceFiles;
import cn.zhengqi.policy.reading.EvalDraft.Figures;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The share of conditions that is proposed rightly, as docs/drafting.md tells it, does not fall. */
class EvalDraftTest {

    private static final List<String> POLICIES = ReferenceFiles.lines("policies.jsonl");

    static Stream<String> texts() {
        return POLICIES.stream().flatMap(line -> {
            var policy = Json.MAPPER.readTree(line);
            return Stream.concat(
                    Stream.of(policy.path("summary").asString()),
                    policy.path("criteria").values().stream()
                            .map(one -> one.path("text").asString()));
        });
    }

    @Test
    void as_many_conditions_of_the_49_policies_are_proposed_rightly_as_were_measured() {
        EvalDraft eval = new EvalDraft();
        eval.read(POLICIES);

        Figures all = eval.figures(policy -> true);
        assertThat(POLICIES).hasSize(49);
        assertThat(all.expected()).isEqualTo(130);
        assertThat(all.right()).isGreaterThanOrEqualTo(118);
        assertThat(all.precision()).isGreaterThanOrEqualTo(0.95);
        Figures others = eval.figures(EvalDraft.SEEN.negate());
        assertThat(others.expected()).isEqualTo(37);
        assertThat(others.right()).isGreaterThanOrEqualTo(30);
    }

    @Test
    void each_row_is_held_against_what_was_proposed_for_its_own_words() {
        EvalDraft eval = new EvalDraft();
        eval.read(List.of("""
                {"id": "N99", "title": "测试", "criteria": [
                  {"field": "employees", "op": "<=", "value": 300, "unit": "人", "text": "从业人数不超过300人"},
                  {"field": "totalAssets", "op": "<=", "value": 5000, "unit": "万元", "text": "从业人数不超过300人"},
                  {"field": "revenueY1", "op": ">=", "value": 5, "unit": "万元", "text": "营业收入不低于6万元"}]}
                """.replace("\n", " ")));

        assertThat(eval.rows()).extracting(EvalDraft.Row::right).containsExactly(true, false, false);
        assertThat(eval.figures(policy -> true)).isEqualTo(new Figures(3, 1, 3));
    }
}
