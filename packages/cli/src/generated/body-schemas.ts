// Made from apps/api/openapi.json by `npm run generate -w @homeward/cli`.
export const bodySchemas: Record<string, unknown> = {
  "ServiceInput": {
    "type": "object",
    "properties": {
      "description": {
        "type": "object",
        "additionalProperties": {
          "type": "string",
          "maxLength": 10000
        }
      },
      "title": {
        "type": "object",
        "additionalProperties": {
          "type": "string",
          "maxLength": 200
        }
      },
      "originalLanguage": {
        "type": "string",
        "maxLength": 35
      },
      "provider": {
        "type": "string",
        "maxLength": 200
      },
      "country": {
        "type": "string",
        "pattern": "^[A-Z]{2}$"
      },
      "topics": {
        "type": "array",
        "items": {
          "type": "string",
          "enum": [
            "counselling",
            "housing",
            "documents",
            "health",
            "money",
            "debt",
            "legal",
            "family",
            "training",
            "work"
          ]
        },
        "maxItems": 10
      },
      "languages": {
        "type": "array",
        "items": {
          "type": "string",
          "maxLength": 35
        },
        "maxItems": 40
      },
      "delivery": {
        "type": "array",
        "items": {
          "type": "string",
          "enum": [
            "in-person",
            "online",
            "phone"
          ]
        },
        "maxItems": 3
      },
      "cost": {
        "$ref": "CostInput"
      },
      "papers": {
        "$ref": "PapersInput"
      },
      "location": {
        "$ref": "LocationInput"
      },
      "contact": {
        "$ref": "ContactInput"
      }
    },
    "required": [
      "title",
      "description",
      "country",
      "location"
    ],
    "additionalProperties": false
  },
  "CostInput": {
    "oneOf": [
      {
        "type": "object",
        "properties": {
          "kind": {
            "type": "string",
            "enum": [
              "free"
            ]
          }
        },
        "required": [
          "kind"
        ],
        "additionalProperties": false
      },
      {
        "type": "object",
        "properties": {
          "kind": {
            "type": "string",
            "enum": [
              "paid"
            ]
          },
          "amount": {
            "type": "number",
            "minimum": 0,
            "maximum": 1000000000
          },
          "currency": {
            "type": "string",
            "pattern": "^[A-Z]{3}$"
          },
          "note": {
            "type": "string",
            "maxLength": 500
          }
        },
        "required": [
          "kind"
        ],
        "additionalProperties": false
      },
      {
        "type": "object",
        "properties": {
          "kind": {
            "type": "string",
            "enum": [
              "unknown"
            ]
          }
        },
        "required": [
          "kind"
        ],
        "additionalProperties": false
      }
    ]
  },
  "PapersInput": {
    "oneOf": [
      {
        "type": "object",
        "properties": {
          "kind": {
            "type": "string",
            "enum": [
              "none"
            ]
          }
        },
        "required": [
          "kind"
        ],
        "additionalProperties": false
      },
      {
        "type": "object",
        "properties": {
          "kind": {
            "type": "string",
            "enum": [
              "listed"
            ]
          },
          "documents": {
            "type": "array",
            "items": {
              "type": "string",
              "maxLength": 200
            },
            "minItems": 1,
            "maxItems": 30
          }
        },
        "required": [
          "kind",
          "documents"
        ],
        "additionalProperties": false
      },
      {
        "type": "object",
        "properties": {
          "kind": {
            "type": "string",
            "enum": [
              "unknown"
            ]
          }
        },
        "required": [
          "kind"
        ],
        "additionalProperties": false
      }
    ]
  },
  "LocationInput": {
    "type": "object",
    "properties": {
      "visibility": {
        "type": "string",
        "enum": [
          "public",
          "area",
          "contact-first"
        ]
      },
      "area": {
        "type": "string",
        "maxLength": 120
      },
      "address": {
        "$ref": "AddressInput"
      }
    },
    "required": [
      "visibility"
    ],
    "additionalProperties": false
  },
  "AddressInput": {
    "type": "object",
    "properties": {
      "lines": {
        "type": "array",
        "items": {
          "type": "string",
          "maxLength": 200
        },
        "minItems": 1,
        "maxItems": 4
      },
      "city": {
        "type": "string",
        "maxLength": 120
      },
      "region": {
        "type": "string",
        "maxLength": 120
      },
      "postalCode": {
        "type": "string",
        "maxLength": 20
      },
      "latitude": {
        "type": "number",
        "minimum": -90,
        "maximum": 90
      },
      "longitude": {
        "type": "number",
        "minimum": -180,
        "maximum": 180
      }
    },
    "required": [
      "lines"
    ],
    "additionalProperties": false
  },
  "ContactInput": {
    "type": "object",
    "properties": {
      "phone": {
        "type": "string",
        "maxLength": 60
      },
      "email": {
        "type": "string",
        "maxLength": 254,
        "format": "email"
      },
      "url": {
        "type": "string",
        "maxLength": 2000,
        "format": "uri"
      }
    },
    "additionalProperties": false
  },
  "CourseInput": {
    "type": "object",
    "properties": {
      "description": {
        "type": "object",
        "additionalProperties": {
          "type": "string",
          "maxLength": 10000
        }
      },
      "title": {
        "type": "object",
        "additionalProperties": {
          "type": "string",
          "maxLength": 200
        }
      },
      "originalLanguage": {
        "type": "string",
        "maxLength": 35
      },
      "provider": {
        "type": "string",
        "maxLength": 200
      },
      "country": {
        "type": "string",
        "pattern": "^[A-Z]{2}$"
      },
      "topics": {
        "type": "array",
        "items": {
          "type": "string",
          "enum": [
            "counselling",
            "housing",
            "documents",
            "health",
            "money",
            "debt",
            "legal",
            "family",
            "training",
            "work"
          ]
        },
        "maxItems": 10
      },
      "languages": {
        "type": "array",
        "items": {
          "type": "string",
          "maxLength": 35
        },
        "maxItems": 40
      },
      "delivery": {
        "type": "array",
        "items": {
          "type": "string",
          "enum": [
            "in-person",
            "online",
            "phone"
          ]
        },
        "maxItems": 3
      },
      "cost": {
        "$ref": "CostInput"
      },
      "papers": {
        "$ref": "PapersInput"
      },
      "location": {
        "$ref": "LocationInput"
      },
      "contact": {
        "$ref": "ContactInput"
      },
      "course": {
        "$ref": "CourseDetailsInput"
      }
    },
    "required": [
      "title",
      "description",
      "country",
      "location"
    ],
    "additionalProperties": false
  },
  "CourseDetailsInput": {
    "type": "object",
    "properties": {
      "startsOn": {
        "type": "string",
        "format": "date"
      },
      "hoursTotal": {
        "type": "number",
        "exclusiveMinimum": 0,
        "maximum": 20000
      },
      "certificate": {
        "type": "string",
        "maxLength": 200
      },
      "evening": {
        "type": "boolean"
      },
      "childcare": {
        "type": "boolean"
      }
    },
    "additionalProperties": false
  },
  "JobInput": {
    "type": "object",
    "properties": {
      "description": {
        "type": "object",
        "additionalProperties": {
          "type": "string",
          "maxLength": 10000
        }
      },
      "title": {
        "type": "object",
        "additionalProperties": {
          "type": "string",
          "maxLength": 200
        }
      },
      "originalLanguage": {
        "type": "string",
        "maxLength": 35
      },
      "provider": {
        "type": "string",
        "maxLength": 200
      },
      "country": {
        "type": "string",
        "pattern": "^[A-Z]{2}$"
      },
      "topics": {
        "type": "array",
        "items": {
          "type": "string",
          "enum": [
            "counselling",
            "housing",
            "documents",
            "health",
            "money",
            "debt",
            "legal",
            "family",
            "training",
            "work"
          ]
        },
        "maxItems": 10
      },
      "languages": {
        "type": "array",
        "items": {
          "type": "string",
          "maxLength": 35
        },
        "maxItems": 40
      },
      "delivery": {
        "type": "array",
        "items": {
          "type": "string",
          "enum": [
            "in-person",
            "online",
            "phone"
          ]
        },
        "maxItems": 3
      },
      "cost": {
        "$ref": "CostInput"
      },
      "papers": {
        "$ref": "PapersInput"
      },
      "location": {
        "$ref": "LocationInput"
      },
      "contact": {
        "$ref": "ContactInput"
      },
      "job": {
        "$ref": "JobDetailsInput"
      }
    },
    "required": [
      "title",
      "description",
      "country",
      "location",
      "job"
    ],
    "additionalProperties": false
  },
  "JobDetailsInput": {
    "type": "object",
    "properties": {
      "employer": {
        "type": "string",
        "maxLength": 200
      },
      "occupation": {
        "type": "string",
        "pattern": "^\\d{1,4}$"
      },
      "hoursPerWeek": {
        "type": "number",
        "exclusiveMinimum": 0,
        "maximum": 100
      },
      "accommodation": {
        "type": "boolean"
      },
      "closesOn": {
        "type": "string",
        "format": "date"
      },
      "pay": {
        "type": "object",
        "properties": {
          "minimum": {
            "type": "number",
            "minimum": 0,
            "maximum": 10000000000
          },
          "maximum": {
            "type": "number",
            "minimum": 0,
            "maximum": 10000000000
          },
          "currency": {
            "type": "string",
            "pattern": "^[A-Z]{3}$"
          },
          "period": {
            "type": "string",
            "enum": [
              "hour",
              "day",
              "week",
              "month",
              "year"
            ]
          }
        },
        "required": [
          "minimum",
          "currency",
          "period"
        ],
        "additionalProperties": false
      }
    },
    "required": [
      "employer"
    ],
    "additionalProperties": false
  }
};
