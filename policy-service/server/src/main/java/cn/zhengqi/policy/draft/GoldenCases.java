package cn.zhengqi.policy.draft;

import cn.zhengqi.matching.api.criteria.Trial;
import cn.zhengqi.matching.api.match.MatchOutcome;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Profiles and how they have to come out by the criteria of an edition. */
public record GoldenCases(
        @Size(max = 50, message = "不超过 50 个案例") List<@Valid GoldenCase> items) {

    static final GoldenCases NONE = new GoldenCases(List.of());

    public GoldenCases {
        items = List.copyOf(Objects.requireNonNullElse(items, List.of()));
    }

    /** @param facts by name, as in a profile; what is absent is not known */
    public record GoldenCase(
            @NotBlank(message = "请填写案例名称") @Size(max = 60, message = "不超过 60 字")
            String name,

            @NotNull(message = "缺少企业数据") @Size(max = 200, message = "不超过 200 项数据")
            Map<String, Object> facts,

            @NotNull(message = "请选择预期结果") MatchOutcome expected) {}

    /** One that came out otherwise, or whose facts cannot be. */
    public record Failure(String name, MatchOutcome expected, MatchOutcome got, List<String> problems) {}

    List<Trial.Profile> profiles() {
        return items.stream()
                .map(one -> new Trial.Profile(one.name(), one.facts()))
                .toList();
    }

    /** @param outcomes in the order of the cases */
    List<Failure> failures(List<Trial.Outcome> outcomes) {
        List<Failure> failures = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            GoldenCase asked = items.get(i);
            Trial.Outcome got = outcomes.get(i);
            if (got.outcome() != asked.expected() || !got.problems().isEmpty()) {
                failures.add(new Failure(asked.name(), asked.expected(), got.outcome(), got.problems()));
            }
        }
        return failures;
    }
}
