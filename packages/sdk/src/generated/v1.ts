// Made from apps/api/openapi.json by `npm run generate -w @homeward/sdk`.
export type paths = Record<string, never>;
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /**
         * @description Kept with any visibility, shown outside your organisation only with `public`.
         * @example {
         *       "lines": [
         *         "99 Example Road"
         *       ],
         *       "city": "Chiang Mai",
         *       "postalCode": "50000"
         *     }
         */
        Address: {
            city?: string;
            latitude?: number;
            /** @description Street and house, in the order of the country. */
            lines: string[];
            longitude?: number;
            postalCode?: string;
            region?: string;
        };
        /**
         * @description Kept with any visibility, shown outside your organisation only with `public`.
         * @example {
         *       "lines": [
         *         "99 Example Road"
         *       ],
         *       "city": "Chiang Mai",
         *       "postalCode": "50000"
         *     }
         */
        AddressInput: {
            city?: string;
            latitude?: number;
            /** @description Street and house, in the order of the country. */
            lines: string[];
            longitude?: number;
            postalCode?: string;
            region?: string;
        };
        /** @description How to ask about it. Shown to everybody. */
        Contact: {
            /**
             * Format: email
             * @example hello@example.org
             */
            email?: string;
            /** @example +1 555 0100 */
            phone?: string;
            /**
             * Format: uri
             * @description http or https.
             * @example https://example.org/counselling
             */
            url?: string;
        };
        /**
         * @description How to ask about it. Shown to everybody.
         * @default {}
         */
        ContactInput: {
            /**
             * Format: email
             * @example hello@example.org
             */
            email?: string;
            /** @example +1 555 0100 */
            phone?: string;
            /**
             * Format: uri
             * @description http or https.
             * @example https://example.org/counselling
             */
            url?: string;
        };
        /**
         * @description Three things, never two: free, paid, or `unknown` when nobody said.
         * @example {
         *       "kind": "free"
         *     }
         */
        Cost: {
            /** @enum {string} */
            kind: "free";
        } | {
            /** @description The price, if there is one price. */
            amount?: number;
            /**
             * @description ISO 4217.
             * @example THB
             */
            currency?: string;
            /** @enum {string} */
            kind: "paid";
            /** @description What a price can’t say: a sliding scale, what is included. */
            note?: string;
        } | {
            /** @enum {string} */
            kind: "unknown";
        };
        /**
         * @description Three things, never two: free, paid, or `unknown` when nobody said.
         * @default {
         *       "kind": "unknown"
         *     }
         * @example {
         *       "kind": "free"
         *     }
         */
        CostInput: {
            /** @enum {string} */
            kind: "free";
        } | {
            /** @description The price, if there is one price. */
            amount?: number;
            /**
             * @description ISO 4217.
             * @example THB
             */
            currency?: string;
            /** @enum {string} */
            kind: "paid";
            /** @description What a price can’t say: a sliding scale, what is included. */
            note?: string;
        } | {
            /** @enum {string} */
            kind: "unknown";
        };
        /**
         * @description A course as published.
         * @example {
         *       "id": "019a6e2c-5d1f-7c3a-9b52-6f0d8e4a1b77",
         *       "externalId": "counselling-042",
         *       "status": "published",
         *       "url": "/en/listings/019a6e2c-5d1f-7c3a-9b52-6f0d8e4a1b77",
         *       "createdAt": "2026-11-24T09:00:00Z",
         *       "updatedAt": "2026-11-24T09:00:00Z",
         *       "title": {
         *         "th": "เรียนทำขนมอบ",
         *         "en": "Baking for beginners"
         *       },
         *       "description": {
         *         "th": "สิบสองสัปดาห์ มีใบรับรอง",
         *         "en": "Twelve weeks, with a certificate."
         *       },
         *       "originalLanguage": "th",
         *       "country": "TH",
         *       "topics": [
         *         "training"
         *       ],
         *       "languages": [
         *         "en",
         *         "th"
         *       ],
         *       "delivery": [
         *         "in-person",
         *         "online"
         *       ],
         *       "cost": {
         *         "kind": "free"
         *       },
         *       "papers": {
         *         "kind": "none"
         *       },
         *       "location": {
         *         "visibility": "area",
         *         "area": "Chiang Mai"
         *       },
         *       "contact": {
         *         "phone": "+1 555 0100",
         *         "url": "https://example.org/counselling"
         *       },
         *       "course": {
         *         "startsOn": "2027-01-11",
         *         "hoursTotal": 60,
         *         "certificate": "Bakery assistant",
         *         "childcare": true
         *       }
         *     }
         */
        Course: {
            contact: components["schemas"]["Contact"];
            cost: components["schemas"]["Cost"];
            /**
             * @description ISO 3166-1 alpha-2, upper case.
             * @example TH
             */
            country: string;
            course: components["schemas"]["CourseDetails"];
            /**
             * Format: date-time
             * @example 2026-11-24T09:00:00Z
             */
            createdAt: string;
            /**
             * @description How it is offered.
             * @example [
             *       "in-person",
             *       "online"
             *     ]
             */
            delivery: ("in-person" | "online" | "phone")[];
            /**
             * @description What is offered, in the same languages as the title. Plain text with line breaks, at most 10,000 characters each.
             * @example {
             *       "th": "พูดคุยกับที่ปรึกษาเป็นภาษาไทย ไม่ต้องใช้เอกสาร",
             *       "en": "Talk with a counsellor in Thai. No papers needed."
             *     }
             */
            description: {
                [key: string]: string;
            };
            /**
             * @description Your own id of it, unique within your organisation and kind. Percent-encode it in the path.
             * @example counselling-042
             */
            externalId: string;
            /**
             * Format: uuid
             * @description Our id of it.
             * @example 019a6e2c-5d1f-7c3a-9b52-6f0d8e4a1b77
             */
            id: string;
            /**
             * @description Languages in which it is offered, as BCP 47 tags.
             * @example [
             *       "th",
             *       "en"
             *     ]
             */
            languages: string[];
            location: components["schemas"]["Location"];
            /**
             * @description The language that the others are translated from.
             * @example th
             */
            originalLanguage: string;
            papers: components["schemas"]["Papers"];
            /**
             * @description Who offers it, when it is not your organisation itself.
             * @example Example Legal Aid
             */
            provider?: string;
            /**
             * @description `published` is on the portal; `withdrawn` by you; `paused` by the people who run it.
             * @enum {string}
             */
            status: "published" | "paused" | "withdrawn";
            /**
             * @description The name of the offer in each of its languages, by BCP 47 tag. One line, at most 200 characters each.
             * @example {
             *       "th": "ที่ปรึกษารับฟังโดยไม่ตัดสิน",
             *       "en": "A counsellor who listens"
             *     }
             */
            title: {
                [key: string]: string;
            };
            /**
             * @description What it helps with.
             * @example [
             *       "counselling"
             *     ]
             */
            topics: ("counselling" | "housing" | "documents" | "health" | "money" | "debt" | "legal" | "family" | "training" | "work")[];
            /**
             * Format: date-time
             * @description When it last changed; publishing the same again changes nothing.
             * @example 2026-11-24T09:00:00Z
             */
            updatedAt: string;
            /**
             * @description Where it is on the portal, as long as it is published.
             * @example /en/listings/019a6e2c-5d1f-7c3a-9b52-6f0d8e4a1b77
             */
            url: string;
        };
        /**
         * @description What only a course has.
         * @example {
         *       "startsOn": "2027-01-11",
         *       "hoursTotal": 60
         *     }
         */
        CourseDetails: {
            /** @description What a person holds afterwards. */
            certificate?: string;
            /** @description Whether children are looked after meanwhile. */
            childcare?: boolean;
            /** @description Whether it can be followed in the evening. */
            evening?: boolean;
            hoursTotal?: number;
            /**
             * Format: date
             * @example 2027-01-11
             */
            startsOn?: string;
        };
        /**
         * @description What only a course has.
         * @default {}
         * @example {
         *       "startsOn": "2027-01-11",
         *       "hoursTotal": 60
         *     }
         */
        CourseDetailsInput: {
            /** @description What a person holds afterwards. */
            certificate?: string;
            /** @description Whether children are looked after meanwhile. */
            childcare?: boolean;
            /** @description Whether it can be followed in the evening. */
            evening?: boolean;
            hoursTotal?: number;
            /**
             * Format: date
             * @example 2027-01-11
             */
            startsOn?: string;
        };
        /**
         * @description A course to publish.
         * @example {
         *       "title": {
         *         "th": "เรียนทำขนมอบ",
         *         "en": "Baking for beginners"
         *       },
         *       "description": {
         *         "th": "สิบสองสัปดาห์ มีใบรับรอง",
         *         "en": "Twelve weeks, with a certificate."
         *       },
         *       "originalLanguage": "th",
         *       "country": "TH",
         *       "topics": [
         *         "training"
         *       ],
         *       "languages": [
         *         "en",
         *         "th"
         *       ],
         *       "delivery": [
         *         "in-person",
         *         "online"
         *       ],
         *       "cost": {
         *         "kind": "free"
         *       },
         *       "papers": {
         *         "kind": "none"
         *       },
         *       "location": {
         *         "visibility": "area",
         *         "area": "Chiang Mai"
         *       },
         *       "contact": {
         *         "phone": "+1 555 0100",
         *         "url": "https://example.org/counselling"
         *       },
         *       "course": {
         *         "startsOn": "2027-01-11",
         *         "hoursTotal": 60,
         *         "certificate": "Bakery assistant",
         *         "childcare": true
         *       }
         *     }
         */
        CourseInput: {
            contact?: components["schemas"]["ContactInput"];
            cost?: components["schemas"]["CostInput"];
            /**
             * @description ISO 3166-1 alpha-2, upper case.
             * @example TH
             */
            country: string;
            course?: components["schemas"]["CourseDetailsInput"];
            /**
             * @description How it is offered.
             * @default []
             * @example [
             *       "in-person",
             *       "online"
             *     ]
             */
            delivery?: ("in-person" | "online" | "phone")[];
            /**
             * @description What is offered, in the same languages as the title. Plain text with line breaks, at most 10,000 characters each.
             * @example {
             *       "th": "พูดคุยกับที่ปรึกษาเป็นภาษาไทย ไม่ต้องใช้เอกสาร",
             *       "en": "Talk with a counsellor in Thai. No papers needed."
             *     }
             */
            description: {
                [key: string]: string;
            };
            /**
             * @description Languages in which it is offered, as BCP 47 tags.
             * @default []
             * @example [
             *       "th",
             *       "en"
             *     ]
             */
            languages?: string[];
            location: components["schemas"]["LocationInput"];
            /**
             * @description The language that the other texts are translated from. Without it: the first of the title.
             * @example th
             */
            originalLanguage?: string;
            papers?: components["schemas"]["PapersInput"];
            /**
             * @description Who offers it, when it is not your organisation itself.
             * @example Example Legal Aid
             */
            provider?: string;
            /**
             * @description The name of the offer in each of its languages, by BCP 47 tag. One line, at most 200 characters each.
             * @example {
             *       "th": "ที่ปรึกษารับฟังโดยไม่ตัดสิน",
             *       "en": "A counsellor who listens"
             *     }
             */
            title: {
                [key: string]: string;
            };
            /**
             * @description What it helps with.
             * @default []
             * @example [
             *       "counselling"
             *     ]
             */
            topics?: ("counselling" | "housing" | "documents" | "health" | "money" | "debt" | "legal" | "family" | "training" | "work")[];
        };
        CoursePage: {
            data: components["schemas"]["Course"][];
            /** @description `null` on the last page. */
            nextCursor: string | null;
        };
        /** @description One fault of what was sent. */
        Issue: {
            /**
             * @description A stable word.
             * @example invalid-type
             */
            code: string;
            /**
             * @description English, for developers.
             * @example must not be empty
             */
            message: string;
            /**
             * @description RFC 6901, into the body; into the parameters where the fault is in the path, the query or a header.
             * @example /title/en
             */
            pointer: string;
        };
        /**
         * @description A job as published.
         * @example {
         *       "id": "019a6e2c-5d1f-7c3a-9b52-6f0d8e4a1b77",
         *       "externalId": "counselling-042",
         *       "status": "published",
         *       "url": "/en/listings/019a6e2c-5d1f-7c3a-9b52-6f0d8e4a1b77",
         *       "createdAt": "2026-11-24T09:00:00Z",
         *       "updatedAt": "2026-11-24T09:00:00Z",
         *       "title": {
         *         "th": "พนักงานครัว",
         *         "en": "Kitchen staff"
         *       },
         *       "description": {
         *         "th": "ทำงานกลางวัน สัปดาห์ละ 40 ชั่วโมง",
         *         "en": "Daytime work, 40 hours a week."
         *       },
         *       "originalLanguage": "th",
         *       "country": "TH",
         *       "topics": [
         *         "work"
         *       ],
         *       "languages": [
         *         "en",
         *         "th"
         *       ],
         *       "delivery": [
         *         "in-person",
         *         "online"
         *       ],
         *       "cost": {
         *         "kind": "free"
         *       },
         *       "papers": {
         *         "kind": "none"
         *       },
         *       "location": {
         *         "visibility": "area",
         *         "area": "Chiang Mai"
         *       },
         *       "contact": {
         *         "phone": "+1 555 0100",
         *         "url": "https://example.org/counselling"
         *       },
         *       "job": {
         *         "employer": "Example Kitchen Cooperative",
         *         "occupation": "5120",
         *         "pay": {
         *           "minimum": 15000,
         *           "currency": "THB",
         *           "period": "month"
         *         },
         *         "hoursPerWeek": 40
         *       }
         *     }
         */
        Job: {
            contact: components["schemas"]["Contact"];
            cost: components["schemas"]["Cost"];
            /**
             * @description ISO 3166-1 alpha-2, upper case.
             * @example TH
             */
            country: string;
            /**
             * Format: date-time
             * @example 2026-11-24T09:00:00Z
             */
            createdAt: string;
            /**
             * @description How it is offered.
             * @example [
             *       "in-person",
             *       "online"
             *     ]
             */
            delivery: ("in-person" | "online" | "phone")[];
            /**
             * @description What is offered, in the same languages as the title. Plain text with line breaks, at most 10,000 characters each.
             * @example {
             *       "th": "พูดคุยกับที่ปรึกษาเป็นภาษาไทย ไม่ต้องใช้เอกสาร",
             *       "en": "Talk with a counsellor in Thai. No papers needed."
             *     }
             */
            description: {
                [key: string]: string;
            };
            /**
             * @description Your own id of it, unique within your organisation and kind. Percent-encode it in the path.
             * @example counselling-042
             */
            externalId: string;
            /**
             * Format: uuid
             * @description Our id of it.
             * @example 019a6e2c-5d1f-7c3a-9b52-6f0d8e4a1b77
             */
            id: string;
            job: components["schemas"]["JobDetails"];
            /**
             * @description Languages in which it is offered, as BCP 47 tags.
             * @example [
             *       "th",
             *       "en"
             *     ]
             */
            languages: string[];
            location: components["schemas"]["Location"];
            /**
             * @description The language that the others are translated from.
             * @example th
             */
            originalLanguage: string;
            papers: components["schemas"]["Papers"];
            /**
             * @description Who offers it, when it is not your organisation itself.
             * @example Example Legal Aid
             */
            provider?: string;
            /**
             * @description `published` is on the portal; `withdrawn` by you; `paused` by the people who run it.
             * @enum {string}
             */
            status: "published" | "paused" | "withdrawn";
            /**
             * @description The name of the offer in each of its languages, by BCP 47 tag. One line, at most 200 characters each.
             * @example {
             *       "th": "ที่ปรึกษารับฟังโดยไม่ตัดสิน",
             *       "en": "A counsellor who listens"
             *     }
             */
            title: {
                [key: string]: string;
            };
            /**
             * @description What it helps with.
             * @example [
             *       "counselling"
             *     ]
             */
            topics: ("counselling" | "housing" | "documents" | "health" | "money" | "debt" | "legal" | "family" | "training" | "work")[];
            /**
             * Format: date-time
             * @description When it last changed; publishing the same again changes nothing.
             * @example 2026-11-24T09:00:00Z
             */
            updatedAt: string;
            /**
             * @description Where it is on the portal, as long as it is published.
             * @example /en/listings/019a6e2c-5d1f-7c3a-9b52-6f0d8e4a1b77
             */
            url: string;
        };
        /**
         * @description What only a job has.
         * @example {
         *       "employer": "Example Kitchen Cooperative",
         *       "occupation": "5120",
         *       "hoursPerWeek": 40
         *     }
         */
        JobDetails: {
            /** @description Whether a place to live comes with it. */
            accommodation?: boolean;
            /**
             * Format: date
             * @description The last day to apply.
             */
            closesOn?: string;
            /** @description Who would pay the wages. */
            employer: string;
            hoursPerWeek?: number;
            /**
             * @description ISCO-08, one to four digits.
             * @example 5120
             */
            occupation?: string;
            pay?: {
                /**
                 * @description ISO 4217.
                 * @example THB
                 */
                currency: string;
                maximum?: number;
                minimum: number;
                /** @enum {string} */
                period: "hour" | "day" | "week" | "month" | "year";
            };
        };
        /**
         * @description What only a job has.
         * @example {
         *       "employer": "Example Kitchen Cooperative",
         *       "occupation": "5120",
         *       "hoursPerWeek": 40
         *     }
         */
        JobDetailsInput: {
            /** @description Whether a place to live comes with it. */
            accommodation?: boolean;
            /**
             * Format: date
             * @description The last day to apply.
             */
            closesOn?: string;
            /** @description Who would pay the wages. */
            employer: string;
            hoursPerWeek?: number;
            /**
             * @description ISCO-08, one to four digits.
             * @example 5120
             */
            occupation?: string;
            pay?: {
                /**
                 * @description ISO 4217.
                 * @example THB
                 */
                currency: string;
                maximum?: number;
                minimum: number;
                /** @enum {string} */
                period: "hour" | "day" | "week" | "month" | "year";
            };
        };
        /**
         * @description A job to publish.
         * @example {
         *       "title": {
         *         "th": "พนักงานครัว",
         *         "en": "Kitchen staff"
         *       },
         *       "description": {
         *         "th": "ทำงานกลางวัน สัปดาห์ละ 40 ชั่วโมง",
         *         "en": "Daytime work, 40 hours a week."
         *       },
         *       "originalLanguage": "th",
         *       "country": "TH",
         *       "topics": [
         *         "work"
         *       ],
         *       "languages": [
         *         "en",
         *         "th"
         *       ],
         *       "delivery": [
         *         "in-person",
         *         "online"
         *       ],
         *       "cost": {
         *         "kind": "free"
         *       },
         *       "papers": {
         *         "kind": "none"
         *       },
         *       "location": {
         *         "visibility": "area",
         *         "area": "Chiang Mai"
         *       },
         *       "contact": {
         *         "phone": "+1 555 0100",
         *         "url": "https://example.org/counselling"
         *       },
         *       "job": {
         *         "employer": "Example Kitchen Cooperative",
         *         "occupation": "5120",
         *         "pay": {
         *           "minimum": 15000,
         *           "currency": "THB",
         *           "period": "month"
         *         },
         *         "hoursPerWeek": 40
         *       }
         *     }
         */
        JobInput: {
            contact?: components["schemas"]["ContactInput"];
            cost?: components["schemas"]["CostInput"];
            /**
             * @description ISO 3166-1 alpha-2, upper case.
             * @example TH
             */
            country: string;
            /**
             * @description How it is offered.
             * @default []
             * @example [
             *       "in-person",
             *       "online"
             *     ]
             */
            delivery?: ("in-person" | "online" | "phone")[];
            /**
             * @description What is offered, in the same languages as the title. Plain text with line breaks, at most 10,000 characters each.
             * @example {
             *       "th": "พูดคุยกับที่ปรึกษาเป็นภาษาไทย ไม่ต้องใช้เอกสาร",
             *       "en": "Talk with a counsellor in Thai. No papers needed."
             *     }
             */
            description: {
                [key: string]: string;
            };
            job: components["schemas"]["JobDetailsInput"];
            /**
             * @description Languages in which it is offered, as BCP 47 tags.
             * @default []
             * @example [
             *       "th",
             *       "en"
             *     ]
             */
            languages?: string[];
            location: components["schemas"]["LocationInput"];
            /**
             * @description The language that the other texts are translated from. Without it: the first of the title.
             * @example th
             */
            originalLanguage?: string;
            papers?: components["schemas"]["PapersInput"];
            /**
             * @description Who offers it, when it is not your organisation itself.
             * @example Example Legal Aid
             */
            provider?: string;
            /**
             * @description The name of the offer in each of its languages, by BCP 47 tag. One line, at most 200 characters each.
             * @example {
             *       "th": "ที่ปรึกษารับฟังโดยไม่ตัดสิน",
             *       "en": "A counsellor who listens"
             *     }
             */
            title: {
                [key: string]: string;
            };
            /**
             * @description What it helps with.
             * @default []
             * @example [
             *       "counselling"
             *     ]
             */
            topics?: ("counselling" | "housing" | "documents" | "health" | "money" | "debt" | "legal" | "family" | "training" | "work")[];
        };
        JobPage: {
            data: components["schemas"]["Job"][];
            /** @description `null` on the last page. */
            nextCursor: string | null;
        };
        /**
         * @description Where it is, and what of that may be shown.
         * @example {
         *       "visibility": "area",
         *       "area": "Chiang Mai"
         *     }
         */
        Location: {
            address?: components["schemas"]["Address"];
            /**
             * @description A town or district.
             * @example Chiang Mai
             */
            area?: string;
            /**
             * @description How the place may be shown. `public`: area and address. `area`: the area only. `contact-first`: neither, people ask first (shelters).
             * @enum {string}
             */
            visibility: "public" | "area" | "contact-first";
        };
        /**
         * @description Where it is, and what of that may be shown.
         * @example {
         *       "visibility": "area",
         *       "area": "Chiang Mai"
         *     }
         */
        LocationInput: {
            address?: components["schemas"]["AddressInput"];
            /**
             * @description A town or district.
             * @example Chiang Mai
             */
            area?: string;
            /**
             * @description How the place may be shown. `public`: area and address. `area`: the area only. `contact-first`: neither, people ask first (shelters).
             * @enum {string}
             */
            visibility: "public" | "area" | "contact-first";
        };
        /**
         * @example {
         *       "id": "019a6e2c-5d1f-7c3a-9b52-000000000001",
         *       "name": "Example Open Door Foundation",
         *       "country": "TH",
         *       "website": "https://example.org",
         *       "key": {
         *         "id": "019a6e2c-5d1f-7c3a-9b52-000000000002",
         *         "name": "Nightly sync",
         *         "prefix": "hw_live_3kTq",
         *         "scopes": [
         *           "listings:read",
         *           "listings:write"
         *         ],
         *         "expiresAt": null
         *       }
         *     }
         */
        Organisation: {
            /** @description ISO 3166-1 alpha-2. */
            country: string;
            /** Format: uuid */
            id: string;
            /** @description The key of this request. */
            key: {
                /**
                 * Format: date-time
                 * @description `null`: it does not expire.
                 */
                expiresAt: string | null;
                /** Format: uuid */
                id: string;
                name: string;
                /** @description How the key begins. */
                prefix: string;
                /** @description What the key may do. */
                scopes: string[];
            };
            name: string;
            website: string | null;
        };
        /**
         * @description Which papers a person must bring: `none`, those `listed`, or `unknown` when nobody said.
         * @example {
         *       "kind": "none"
         *     }
         */
        Papers: {
            /** @enum {string} */
            kind: "none";
        } | {
            /** @description Each paper that is needed. */
            documents: string[];
            /** @enum {string} */
            kind: "listed";
        } | {
            /** @enum {string} */
            kind: "unknown";
        };
        /**
         * @description Which papers a person must bring: `none`, those `listed`, or `unknown` when nobody said.
         * @default {
         *       "kind": "unknown"
         *     }
         * @example {
         *       "kind": "none"
         *     }
         */
        PapersInput: {
            /** @enum {string} */
            kind: "none";
        } | {
            /** @description Each paper that is needed. */
            documents: string[];
            /** @enum {string} */
            kind: "listed";
        } | {
            /** @enum {string} */
            kind: "unknown";
        };
        /**
         * @description RFC 9457 problem details.
         * @example {
         *       "type": "https://homeward.example/docs/errors/invalid-input",
         *       "title": "The request does not have the expected shape",
         *       "status": 400,
         *       "detail": "the input does not have the expected shape",
         *       "code": "invalid-input",
         *       "requestId": "019a6e2c-5d1f-7c3a-9b52-6f0d8e4a1b77",
         *       "issues": [
         *         {
         *           "pointer": "/title/en",
         *           "code": "custom",
         *           "message": "must not be empty"
         *         }
         *       ]
         *     }
         */
        Problem: {
            /**
             * @description A stable word to decide by. New ones may be added.
             * @enum {string}
             */
            code: "invalid-input" | "not-signed-in" | "forbidden" | "not-found" | "conflict" | "idempotency-key-reused" | "request-in-progress" | "too-large" | "unsupported-media-type" | "too-many-requests" | "unavailable" | "internal";
            detail: string;
            issues?: components["schemas"]["Issue"][];
            /** @description Also in `X-Request-Id`. Tell us this one. */
            requestId: string;
            status: number;
            title: string;
            /** @description Where the code is explained. */
            type: string;
        };
        /**
         * @description A service as published.
         * @example {
         *       "id": "019a6e2c-5d1f-7c3a-9b52-6f0d8e4a1b77",
         *       "externalId": "counselling-042",
         *       "status": "published",
         *       "url": "/en/listings/019a6e2c-5d1f-7c3a-9b52-6f0d8e4a1b77",
         *       "createdAt": "2026-11-24T09:00:00Z",
         *       "updatedAt": "2026-11-24T09:00:00Z",
         *       "title": {
         *         "th": "ที่ปรึกษารับฟังโดยไม่ตัดสิน",
         *         "en": "A counsellor who listens"
         *       },
         *       "description": {
         *         "th": "พูดคุยกับที่ปรึกษาเป็นภาษาไทย ทางออนไลน์หรือพบกัน ไม่ต้องใช้เอกสาร",
         *         "en": "Talk with a counsellor in Thai, online or face to face. No papers needed."
         *       },
         *       "originalLanguage": "th",
         *       "country": "TH",
         *       "topics": [
         *         "counselling"
         *       ],
         *       "languages": [
         *         "en",
         *         "th"
         *       ],
         *       "delivery": [
         *         "in-person",
         *         "online"
         *       ],
         *       "cost": {
         *         "kind": "free"
         *       },
         *       "papers": {
         *         "kind": "none"
         *       },
         *       "location": {
         *         "visibility": "area",
         *         "area": "Chiang Mai"
         *       },
         *       "contact": {
         *         "phone": "+1 555 0100",
         *         "url": "https://example.org/counselling"
         *       }
         *     }
         */
        Service: {
            contact: components["schemas"]["Contact"];
            cost: components["schemas"]["Cost"];
            /**
             * @description ISO 3166-1 alpha-2, upper case.
             * @example TH
             */
            country: string;
            /**
             * Format: date-time
             * @example 2026-11-24T09:00:00Z
             */
            createdAt: string;
            /**
             * @description How it is offered.
             * @example [
             *       "in-person",
             *       "online"
             *     ]
             */
            delivery: ("in-person" | "online" | "phone")[];
            /**
             * @description What is offered, in the same languages as the title. Plain text with line breaks, at most 10,000 characters each.
             * @example {
             *       "th": "พูดคุยกับที่ปรึกษาเป็นภาษาไทย ไม่ต้องใช้เอกสาร",
             *       "en": "Talk with a counsellor in Thai. No papers needed."
             *     }
             */
            description: {
                [key: string]: string;
            };
            /**
             * @description Your own id of it, unique within your organisation and kind. Percent-encode it in the path.
             * @example counselling-042
             */
            externalId: string;
            /**
             * Format: uuid
             * @description Our id of it.
             * @example 019a6e2c-5d1f-7c3a-9b52-6f0d8e4a1b77
             */
            id: string;
            /**
             * @description Languages in which it is offered, as BCP 47 tags.
             * @example [
             *       "th",
             *       "en"
             *     ]
             */
            languages: string[];
            location: components["schemas"]["Location"];
            /**
             * @description The language that the others are translated from.
             * @example th
             */
            originalLanguage: string;
            papers: components["schemas"]["Papers"];
            /**
             * @description Who offers it, when it is not your organisation itself.
             * @example Example Legal Aid
             */
            provider?: string;
            /**
             * @description `published` is on the portal; `withdrawn` by you; `paused` by the people who run it.
             * @enum {string}
             */
            status: "published" | "paused" | "withdrawn";
            /**
             * @description The name of the offer in each of its languages, by BCP 47 tag. One line, at most 200 characters each.
             * @example {
             *       "th": "ที่ปรึกษารับฟังโดยไม่ตัดสิน",
             *       "en": "A counsellor who listens"
             *     }
             */
            title: {
                [key: string]: string;
            };
            /**
             * @description What it helps with.
             * @example [
             *       "counselling"
             *     ]
             */
            topics: ("counselling" | "housing" | "documents" | "health" | "money" | "debt" | "legal" | "family" | "training" | "work")[];
            /**
             * Format: date-time
             * @description When it last changed; publishing the same again changes nothing.
             * @example 2026-11-24T09:00:00Z
             */
            updatedAt: string;
            /**
             * @description Where it is on the portal, as long as it is published.
             * @example /en/listings/019a6e2c-5d1f-7c3a-9b52-6f0d8e4a1b77
             */
            url: string;
        };
        /**
         * @description A service to publish.
         * @example {
         *       "title": {
         *         "th": "ที่ปรึกษารับฟังโดยไม่ตัดสิน",
         *         "en": "A counsellor who listens"
         *       },
         *       "description": {
         *         "th": "พูดคุยกับที่ปรึกษาเป็นภาษาไทย ทางออนไลน์หรือพบกัน ไม่ต้องใช้เอกสาร",
         *         "en": "Talk with a counsellor in Thai, online or face to face. No papers needed."
         *       },
         *       "originalLanguage": "th",
         *       "country": "TH",
         *       "topics": [
         *         "counselling"
         *       ],
         *       "languages": [
         *         "en",
         *         "th"
         *       ],
         *       "delivery": [
         *         "in-person",
         *         "online"
         *       ],
         *       "cost": {
         *         "kind": "free"
         *       },
         *       "papers": {
         *         "kind": "none"
         *       },
         *       "location": {
         *         "visibility": "area",
         *         "area": "Chiang Mai"
         *       },
         *       "contact": {
         *         "phone": "+1 555 0100",
         *         "url": "https://example.org/counselling"
         *       }
         *     }
         */
        ServiceInput: {
            contact?: components["schemas"]["ContactInput"];
            cost?: components["schemas"]["CostInput"];
            /**
             * @description ISO 3166-1 alpha-2, upper case.
             * @example TH
             */
            country: string;
            /**
             * @description How it is offered.
             * @default []
             * @example [
             *       "in-person",
             *       "online"
             *     ]
             */
            delivery?: ("in-person" | "online" | "phone")[];
            /**
             * @description What is offered, in the same languages as the title. Plain text with line breaks, at most 10,000 characters each.
             * @example {
             *       "th": "พูดคุยกับที่ปรึกษาเป็นภาษาไทย ไม่ต้องใช้เอกสาร",
             *       "en": "Talk with a counsellor in Thai. No papers needed."
             *     }
             */
            description: {
                [key: string]: string;
            };
            /**
             * @description Languages in which it is offered, as BCP 47 tags.
             * @default []
             * @example [
             *       "th",
             *       "en"
             *     ]
             */
            languages?: string[];
            location: components["schemas"]["LocationInput"];
            /**
             * @description The language that the other texts are translated from. Without it: the first of the title.
             * @example th
             */
            originalLanguage?: string;
            papers?: components["schemas"]["PapersInput"];
            /**
             * @description Who offers it, when it is not your organisation itself.
             * @example Example Legal Aid
             */
            provider?: string;
            /**
             * @description The name of the offer in each of its languages, by BCP 47 tag. One line, at most 200 characters each.
             * @example {
             *       "th": "ที่ปรึกษารับฟังโดยไม่ตัดสิน",
             *       "en": "A counsellor who listens"
             *     }
             */
            title: {
                [key: string]: string;
            };
            /**
             * @description What it helps with.
             * @default []
             * @example [
             *       "counselling"
             *     ]
             */
            topics?: ("counselling" | "housing" | "documents" | "health" | "money" | "debt" | "legal" | "family" | "training" | "work")[];
        };
        ServicePage: {
            data: components["schemas"]["Service"][];
            /** @description `null` on the last page. */
            nextCursor: string | null;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export type operations = Record<string, never>;
