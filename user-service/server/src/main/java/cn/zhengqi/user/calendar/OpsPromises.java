package cn.zhengqi.user.calendar;

import cn.zhengqi.promise.MovedPromises;
import org.springframework.cloud.openfeign.FeignClient;

/** Asks ops-service: call-backs after bad evaluations. */
@FeignClient(name = "ops-service", contextId = "ops-promises")
public interface OpsPromises extends MovedPromises {}
