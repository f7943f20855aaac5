package cn.zhengqi.code.about;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the page says.
 *
 * @param title what stands after the name of the district
 * @param steps how one comes to a code, in order
 */
public record AboutContent(
        @NotBlank(message = "请填写标题") @Size(max = 30, message = "不超过 30 字")
        String title,

        @NotBlank(message = "请填写简介") @Size(max = 200, message = "不超过 200 字")
        String intro,

        @NotEmpty(message = "请填写核心功能") @Size(max = 12, message = "最多 12 项核心功能")
        List<@Valid @NotNull CoreFunction> functions,

        @NotNull @Size(max = 8, message = "最多 8 个步骤") List<@Valid @NotNull ClaimGuide> steps,

        @NotNull @Size(max = 8, message = "最多 8 张图片") List<@Valid @NotNull PagePicture> pictures) {

    /** Names of the line icons that the applications draw. */
    public enum Symbol {
        code,
        print,
        card,
        shield,
        scan,
        match,
        report,
        bank,
        policy,
        bell,
        people,
        phone
    }

    public record CoreFunction(
            @NotNull(message = "请选择图标") Symbol icon,

            @NotBlank(message = "请填写功能名称") @Size(max = 20, message = "不超过 20 字")
            String title,

            @NotBlank(message = "请填写功能说明") @Size(max = 100, message = "不超过 100 字")
            String text) {}

    public record ClaimGuide(
            @NotBlank(message = "请填写步骤名称") @Size(max = 20, message = "不超过 20 字")
            String title,

            @NotBlank(message = "请填写步骤说明") @Size(max = 100, message = "不超过 100 字")
            String text) {}

    /**
     * @param words what is to be seen on it, for those who do not see it
     * @param caption what stands below it
     */
    public record PagePicture(
            @NotNull UUID id,

            @NotBlank(message = "请填写图片说明") @Size(max = 60, message = "不超过 60 字")
            String words,

            @Nullable @Size(max = 60, message = "不超过 60 字") String caption) {}

    List<UUID> pictureIds() {
        return pictures.stream().map(PagePicture::id).distinct().toList();
    }
}
