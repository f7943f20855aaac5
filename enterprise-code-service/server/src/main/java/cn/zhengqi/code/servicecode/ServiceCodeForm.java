package cn.zhengqi.code.servicecode;

import cn.zhengqi.kernel.ProblemException;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What staff say of a code of a service or a venue.
 *
 * @param place where it stands
 * @param intro what is printed under its name
 */
record ServiceCodeForm(
        ServiceCode.@NotNull(message = "请选择类型") Kind kind,

        @NotBlank(message = "请填写名称") @Size(max = 60, message = "不超过 60 字")
        String name,

        @Nullable @Size(max = 60, message = "不超过 60 字") String place,
        @Nullable @Size(max = 200, message = "不超过 200 字") String intro,

        @NotEmpty(message = "请选择服务") @Size(max = 8, message = "最多 8 项服务")
        List<Offers.@Valid @NotNull Offer> offers) {

    /** @throws ProblemException VALIDATION_FAILED */
    void check() {
        if (kind == ServiceCode.Kind.SERVICE && offers.size() > 1) {
            throw ProblemException.validation("offers", "TOO_MANY", "服务码只打开一项服务；需要多项的请选择场所码");
        }
        if (!offers.stream().allMatch(Offers.Offer::isWhole)) {
            throw ProblemException.validation("offers", "ITEM_MISSING", "请选择具体的政策或产品");
        }
    }

    static @Nullable String text(@Nullable String typed) {
        return typed == null || typed.isBlank() ? null : typed.strip();
    }
}
