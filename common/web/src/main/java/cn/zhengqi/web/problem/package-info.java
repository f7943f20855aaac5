/** Every failure leaves a service as RFC 9457 problem+json. */
@NullMarked
package cn.zhengqi.web.problem;

import org.jspecify.annotations.NullMarked;
