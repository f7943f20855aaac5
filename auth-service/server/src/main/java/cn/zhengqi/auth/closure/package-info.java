/** 注销, and what somebody takes out of their own data (GB/T 35273, 8). */
@NullMarked
package cn.zhengqi.auth.closure;

import org.jspecify.annotations.NullMarked;
