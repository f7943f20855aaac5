package cn.zhengqi.user.calendar;

import cn.zhengqi.promise.MovedPromises;
import org.springframework.cloud.openfeign.FeignClient;

/** Asks finance-service: what banks promised. */
@FeignClient(name = "finance-service", contextId = "finance-promises")
public interface FinancePromises extends MovedPromises {}
