/** Questions to other services: tokens, time limits, circuit breakers, errors. */
@NullMarked
package cn.zhengqi.web.client;

import org.jspecify.annotations.NullMarked;
