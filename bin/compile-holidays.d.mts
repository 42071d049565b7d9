export declare function compileHolidays(now?: Date): Readonly<Record<string, readonly number[]>>
