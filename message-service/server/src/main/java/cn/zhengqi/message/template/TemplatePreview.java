package cn.zhengqi.message.template;

import cn.zhengqi.message.notification.Preview;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a notice would look, and who would be told.
 *
 * @param told whether those whom the event concerns would be, by the condition
 */
record TemplatePreview(
        Preview.InSite inSite,
        Preview.@Nullable WeChat weChat,
        Preview.@Nullable Sms sms,
        boolean told,
        List<Other> others) {

    /**
     * A role that is told besides.
     *
     * @param roleName absent while user-service does not say it
     * @param told whether its condition holds
     * @param people how many have the role there now; absent with the examples, for a case that there is not, and while user-service does not say it
     */
    record Other(
            FurtherReceivers.Place place,
            String role,
            @Nullable String roleName,
            boolean told,
            @Nullable Integer people,
            Preview.InSite inSite) {}
}
