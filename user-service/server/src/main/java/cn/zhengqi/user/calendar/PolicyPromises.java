package cn.zhengqi.user.calendar;

import cn.zhengqi.promise.MovedPromises;
import org.springframework.cloud.openfeign.FeignClient;

/** Asks policy-service: declarations and redemptions. */
@FeignClient(name = "policy-service", contextId = "policy-promises")
public interface PolicyPromises extends MovedPromises {}
