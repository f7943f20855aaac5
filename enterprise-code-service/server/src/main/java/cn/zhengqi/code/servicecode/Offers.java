package cn.zhengqi.code.servicecode;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The services that a code opens, in the order in which they are shown. */
public record Offers(List<Offer> list) {

    public Offers {
        list = List.copyOf(list);
    }

    /**
     * @param itemId the one policy or product that it is about
     * @param title name of that, or another wording of the service
     */
    public record Offer(
            @NotNull(message = "请选择服务") OfferedService service,
            @Nullable UUID itemId,
            @Nullable @Size(max = 60, message = "不超过 60 字") String title) {

        String words() {
            return title == null || title.isBlank() ? service.label() : title;
        }

        boolean isWhole() {
            return service.ofOneThing() == (itemId != null);
        }
    }

    String words() {
        return String.join("、", list.stream().map(Offer::words).toList());
    }
}
