package cn.zhengqi.finance.cover;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;

/**
 * The picture of an article or an activity.
 *
 * @param words what is to be seen, for those who do not see it
 */
public record Cover(
        @NotNull(message = "请上传封面图片") UUID id,

        @NotBlank(message = "请填写封面图片的说明") @Size(max = 60, message = "封面图片的说明不超过 60 字")
        String words) {}
