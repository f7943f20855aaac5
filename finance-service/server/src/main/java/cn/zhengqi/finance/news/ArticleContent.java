package cn.zhengqi.finance.news;

import cn.zhengqi.finance.cover.Cover;
import cn.zhengqi.kernel.FieldProblem;
import cn.zhengqi.kernel.ProblemException;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an article says.
 *
 * @param body in the safe part of Markdown that pages show
 * @param source who published it first, or who answers for it
 * @param organisation whom one calls; of the direct line alone, as are the ones after it
 * @param services what they help with
 */
public record ArticleContent(
        @NotNull(message = "请选择栏目") Section section,

        @NotBlank(message = "请填写标题") @Size(max = 100, message = "标题不超过 100 字")
        String title,

        @NotBlank(message = "请填写摘要") @Size(max = 300, message = "摘要不超过 300 字")
        String summary,

        @NotBlank(message = "请填写正文") @Size(max = 20_000, message = "正文不超过 20000 字")
        String body,

        @NotBlank(message = "请填写来源") @Size(max = 100, message = "来源不超过 100 字")
        String source,

        @Nullable
        @Size(max = 500, message = "原文链接不超过 500 字")
        @Pattern(regexp = "https?://\\S+", message = "请填写以 http:// 或 https:// 开头的链接")
        String sourceUrl,

        @Nullable @Size(max = 100, message = "机构或窗口不超过 100 字")
        String organisation,

        @Nullable @Size(max = 50, message = "电话不超过 50 字") @Pattern(regexp = "[0-9+\\-转 、/()（）]*", message = "请填写能拨打的电话")
        String phone,

        @Nullable @Size(max = 100, message = "服务时间不超过 100 字")
        String hours,

        @Nullable @Size(max = 200, message = "地址不超过 200 字") String address,

        @Nullable @Size(max = 500, message = "服务内容不超过 500 字")
        String services,

        @Nullable @Valid Cover cover) {

    public ArticleContent {
        sourceUrl = blankIsNone(sourceUrl);
        organisation = blankIsNone(organisation);
        phone = blankIsNone(phone);
        hours = blankIsNone(hours);
        address = blankIsNone(address);
        services = blankIsNone(services);
    }

    /** @throws ProblemException VALIDATION_FAILED for a direct line that does not say whom to call, and for whom to call where there is none */
    ArticleContent sensible() {
        List<FieldProblem> wrong = new ArrayList<>();
        boolean line = section == Section.DIRECT_LINE;
        check(wrong, line, "organisation", organisation, "请填写机构或窗口");
        check(wrong, line, "phone", phone, "请填写电话");
        check(wrong, line, "hours", hours, "请填写服务时间");
        if (!wrong.isEmpty()) {
            throw ProblemException.validation(wrong);
        }
        return this;
    }

    private static void check(
            List<FieldProblem> wrong, boolean line, String field, @Nullable String value, String missing) {
        if (line && value == null) {
            wrong.add(new FieldProblem(field, "REQUIRED", missing));
        }
        if (!line && value != null) {
            wrong.add(new FieldProblem(field, "NOT_HERE", "只有金融直通车填写机构、电话和服务时间"));
        }
    }

    private static @Nullable String blankIsNone(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
