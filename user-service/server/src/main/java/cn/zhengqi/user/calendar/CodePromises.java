package cn.zhengqi.user.calendar;

import cn.zhengqi.promise.MovedPromises;
import org.springframework.cloud.openfeign.FeignClient;

/** Asks enterprise-code-service: reviews of claims. */
@FeignClient(name = "enterprise-code-service", contextId = "code-promises")
public interface CodePromises extends MovedPromises {}
