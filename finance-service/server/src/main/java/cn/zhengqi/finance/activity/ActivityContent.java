package cn.zhengqi.finance.activity;

import cn.zhengqi.finance.cover.Cover;
import cn.zhengqi.kernel.FieldProblem;
import cn.zhengqi.kernel.ProblemException;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is said of an activity.
 *
 * @param place where one goes; absent: it is held online alone
 * @param onlineLink told to those alone who are signed up
 * @param signUpUntil not after the beginning
 * @param quota people, not enterprises
 * @param mostEach people with whom one enterprise may come
 * @param audience for whom it is, in words
 * @param body in the safe part of Markdown that pages show
 */
record ActivityContent(
        @NotBlank(message = "请填写活动名称") @Size(max = 100, message = "活动名称不超过 100 字")
        String title,

        @NotBlank(message = "请填写主办单位") @Size(max = 100, message = "主办单位不超过 100 字")
        String organiser,

        @Nullable @Size(max = 200, message = "地点不超过 200 字") String place,

        @Nullable
        @Size(max = 500, message = "线上链接不超过 500 字")
        @Pattern(regexp = "https?://\\S+", message = "请填写以 http:// 或 https:// 开头的链接")
        String onlineLink,

        @NotNull(message = "请选择开始时间") OffsetDateTime startsAt,
        @NotNull(message = "请选择结束时间") OffsetDateTime endsAt,
        @NotNull(message = "请选择报名开始时间") OffsetDateTime signUpFrom,
        @NotNull(message = "请选择报名截止时间") OffsetDateTime signUpUntil,

        @NotNull(message = "请填写名额")
        @Min(value = 1, message = "名额应在 1 到 10000 人之间")
        @Max(value = 10_000, message = "名额应在 1 到 10000 人之间")
        Integer quota,

        @NotNull(message = "请填写每家企业最多人数") @Min(value = 1, message = "每家企业最多人数至少为 1 人")
        Integer mostEach,

        @NotBlank(message = "请填写参加对象") @Size(max = 300, message = "参加对象不超过 300 字")
        String audience,

        @NotBlank(message = "请填写活动内容") @Size(max = 20_000, message = "活动内容不超过 20000 字")
        String body,

        @Nullable @Valid Cover cover) {

    ActivityContent {
        place = blankIsNone(place);
        onlineLink = blankIsNone(onlineLink);
    }

    /** @throws ProblemException VALIDATION_FAILED for times that are the wrong way round, or neither a place nor a link */
    ActivityContent sensible() {
        List<FieldProblem> wrong = new ArrayList<>();
        if (place == null && onlineLink == null) {
            wrong.add(new FieldProblem("place", "REQUIRED", "请填写地点，线上活动填写线上链接"));
        }
        if (!startsAt.isBefore(endsAt)) {
            wrong.add(new FieldProblem("endsAt", "RANGE", "结束时间应晚于开始时间"));
        }
        if (!signUpFrom.isBefore(signUpUntil)) {
            wrong.add(new FieldProblem("signUpUntil", "RANGE", "报名截止时间应晚于报名开始时间"));
        } else if (signUpUntil.isAfter(startsAt)) {
            wrong.add(new FieldProblem("signUpUntil", "RANGE", "报名截止时间不能晚于活动开始时间"));
        }
        if (mostEach > quota) {
            wrong.add(new FieldProblem("mostEach", "RANGE", "每家企业最多人数不能超过名额"));
        }
        if (!wrong.isEmpty()) {
            throw ProblemException.validation(wrong);
        }
        return this;
    }

    private static @Nullable String blankIsNone(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
