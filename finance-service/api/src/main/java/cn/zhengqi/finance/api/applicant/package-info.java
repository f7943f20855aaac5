/** Who applied to which bank, as message-service asks when it fixes the receivers of a notification. */
@NullMarked
package cn.zhengqi.finance.api.applicant;

import org.jspecify.annotations.NullMarked;
