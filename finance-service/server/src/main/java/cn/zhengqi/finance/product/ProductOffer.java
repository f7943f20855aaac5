package cn.zhengqi.finance.product;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a bank tells of its product besides the figures.
 *
 * @param audience for whom it is, in words
 * @param purposes what the money may be used for
 * @param materials what an applicant has ready
 * @param contacts whom to ask, branch by branch
 * @param text all that is to be said at length
 */
public record ProductOffer(
        List<RepaymentWay> repayments,
        @Nullable String audience,
        List<String> purposes,
        List<String> materials,
        List<Contact> contacts,
        @Nullable String text) {

    public ProductOffer {
        repayments = List.copyOf(Objects.requireNonNullElse(repayments, List.of()));
        purposes = List.copyOf(Objects.requireNonNullElse(purposes, List.of()));
        materials = List.copyOf(Objects.requireNonNullElse(materials, List.of()));
        contacts = List.copyOf(Objects.requireNonNullElse(contacts, List.of()));
    }

    /** A branch where somebody answers; the number is a business one that everybody reads. */
    public record Contact(
            @NotBlank(message = "请填写网点名称") @Size(max = 60, message = "网点名称不超过 60 字")
            String branch,

            @Size(max = 20, message = "联系人不超过 20 字") @Nullable
            String person,

            @NotBlank(message = "请填写联系电话")
            @Pattern(regexp = "1[3-9]\\d{9}|0\\d{2,3}-?\\d{7,8}|9\\d{4}|[48]00-?\\d{3}-?\\d{4}", message = "请填写正确的联系电话")
            String phone,

            @Size(max = 100, message = "地址不超过 100 字") @Nullable
            String address) {}
}
